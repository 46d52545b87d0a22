import { afterAll, beforeAll, describe } from '@jest/globals';
import type { MongoMemoryReplSet } from 'mongodb-memory-server';
import type { Store } from '../../activities/store/store.ts';
import { mongoStore } from '../../activities/store/mongo-store.ts';
import { startMongo } from '../support/mongo.ts';
import { storeContract } from './contract.ts';

describe('the store in MongoDB', () => {
  let mongo: MongoMemoryReplSet;
  let store: Store;
  beforeAll(async () => {
    mongo = await startMongo();
    store = await mongoStore(mongo.getUri('obieg'));
  });
  afterAll(async () => {
    await store.close();
    await mongo.stop();
  });
  storeContract(() => store);
});
