import { describe } from '@jest/globals';
import { memoryStore } from '../../../activities/store/memory-store.ts';
import { storeContract } from '../../store/contract.ts';

describe('the store in memory', () => {
  const store = memoryStore();
  storeContract(() => store);
});
