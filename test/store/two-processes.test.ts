import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MongoMemoryReplSet } from 'mongodb-memory-server';
import type { Store } from '../../activities/store/store.ts';
import { mongoStore } from '../../activities/store/mongo-store.ts';
import { startMongo } from '../support/mongo.ts';
import { caseWithTask, entry, everything, filedCase, filing, opened, personId, step } from './records.ts';

/** Each store takes turns with itself only; between them the transactions decide. */
describe('two stores on one database', () => {
  let mongo: MongoMemoryReplSet;
  let stores: [Store, Store];
  beforeAll(async () => {
    mongo = await startMongo();
    const uri = mongo.getUri('obieg');
    stores = await Promise.all([mongoStore(uri), mongoStore(uri)]);
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await mongo.stop();
  });
  const both = <Value>(count: number, call: (store: Store, index: number) => Promise<Value>): Promise<Value[]> =>
    Promise.all(Array.from({ length: count }, (_, index) => call(stores[index % 2]!, index)));

  test('file side by side without a gap, also when filings between them fail', async () => {
    const register = { symbol: 'ZS', jrwa: '4430', year: 2026 };
    const taken = await filedCase(stores[0], { register });
    const answers = await both(50, (store, index) =>
      store.cases
        .file(filing({ register, ...(index % 5 === 2 && { case: { _id: taken._id } }) }))
        .then((answer) => (answer.ok ? answer.value.case.number : answer.failure))
        .catch(() => 'failed'),
    );
    expect(answers.filter((answer) => answer === 'failed')).toHaveLength(10);
    const ordinals = answers.filter((answer) => answer !== 'failed').map((number) => Number(number.split('.')[2]));
    expect(ordinals.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
    expect((await stores[0].record.verify()).broken).toEqual([]);
  }, 60_000);

  test('make one case of one filing', async () => {
    const one = filing();
    const answers = await both(6, (store) =>
      store.cases.file({ ...one, case: { ...one.case, _id: filing().case._id } }),
    );
    expect(new Set(answers.map((answer) => answer.ok && answer.value.case._id)).size).toBe(1);
    expect(answers.filter((answer) => answer.ok && !answer.value.repeated)).toHaveLength(1);
  });

  test('apply a step once, and give a task to one person', async () => {
    const { case: filed, task } = await caseWithTask(stores[0]);
    await both(6, (store) => store.cases.project(step(filed, 2, [opened({ instance: '3' })])));
    expect(await stores[1].tasks.openOf(everything, filed._id)).toHaveLength(2);
    const claims = await both(6, (store, index) =>
      store.tasks.claim(everything, task, personId(`p-${index}`), entry('taskClaimed')),
    );
    expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
    const record = await stores[0].record.ofCase(everything, filed._id);
    expect(record.map(({ action }) => action)).toEqual(['caseFiled', 'caseStarted', 'caseStarted', 'taskClaimed']);
  });
});
