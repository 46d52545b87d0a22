import { beforeEach, describe, expect, test } from '@jest/globals';
import { fail, ok } from '../../../../processes/language/failure.ts';
import { memoryStore } from '../../../../activities/store/memory-store.ts';
import { spreadSignal } from '../../../../activities/casework/operating/spread-signal.ts';
import { filedCase, step } from '../../../store/records.ts';
import type { CaseId } from '../../../../processes/language/ids.ts';
import type { DeliverSignal, StepReceipt } from '../../../../workflows/contract.ts';
import type { Result } from '../../../../processes/language/failure.ts';
import type { Store } from '../../../../activities/store/store.ts';

let store: Store;
let ids: CaseId[];
let delivered: [CaseId, DeliverSignal][];
let answer: (id: CaseId) => Result<StepReceipt>;

const engine = {
  deliverSignal: async (id: CaseId, command: DeliverSignal): Promise<Result<StepReceipt>> => {
    delivered.push([id, command]);
    return answer(id);
  },
};
const thrown = { id: 'c.3.0', signal: 'reopened', variables: { year: 2026 } };

beforeEach(async () => {
  store = memoryStore();
  delivered = [];
  answer = () => ok({ seq: 2, open: [], ended: false });
  ids = [];
  for (const signal of ['reopened', 'reopened', 'other']) {
    const filed = await filedCase(store);
    await store.cases.project(step(filed, 1, [{ kind: 'signalAwaited', instance: '4', element: 'wait', signal }]));
    ids.push(filed._id);
  }
});

describe('a signal on its way', () => {
  test('reaches every case that waits for it, under the one id, but not the one that threw it', async () => {
    const [thrower = '' as CaseId, waiting] = ids;
    expect(await spreadSignal({ store, engine }, { ...thrown, from: thrower })).toBe(1);
    expect(delivered).toEqual([
      [waiting, { id: 'c.3.0', signal: 'reopened', variables: { year: 2026 }, by: 'system:signal' }],
    ]);
  });

  test('passes by a case that has gone on or ended meanwhile', async () => {
    answer = (id) => (id === ids[0] ? fail('caseClosed') : fail('notAwaited'));
    expect(await spreadSignal({ store, engine }, thrown)).toBe(0);
    expect(delivered).toHaveLength(2);
  });

  test('is sent again when a case is out of reach', async () => {
    answer = () => fail('engineUnavailable');
    await expect(spreadSignal({ store, engine }, thrown)).rejects.toThrow('has yet to reach');
  });
});
