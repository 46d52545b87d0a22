import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import type { MongoMemoryReplSet } from 'mongodb-memory-server';
import type { Store } from '../../activities/store/store.ts';
import { StoreUnavailable } from '../../activities/store/unavailable.ts';
import { mongoStore } from '../../activities/store/mongo-store.ts';
import { startMongo } from '../support/mongo.ts';
import { entry, everything, filedCase, filing } from './records.ts';

/** A call may be tried twice by the driver, each try 5 s; a transaction has 10 s for all its tries. */
const bound = 16_000;

describe('a database that does not answer', () => {
  let mongo: MongoMemoryReplSet;
  let store: Store;
  let mongod: ChildProcess;
  beforeAll(async () => {
    mongo = await startMongo();
    store = await mongoStore(mongo.getUri('obieg'));
    mongod = mongo.servers[0]!.instanceInfo!.instance.mongodProcess!;
  });
  afterAll(async () => {
    mongod.kill('SIGCONT');
    await store.close();
    await mongo.stop();
  });

  test('makes every kind of call fail in seconds, and works again by itself without a loss', async () => {
    const register = { symbol: 'ZS', jrwa: '4430', year: 2026 };
    const kept = await filedCase(store, { register });
    mongod.kill('SIGSTOP');
    const began = performance.now();
    const calls = {
      read: store.cases.find(everything, kept._id),
      list: store.tasks.list(everything, { state: 'open' }),
      write: store.submissions.markFailed('none', 'x'),
      transaction: store.record.append(everything, kept._id, entry('x')),
      filing: store.cases.file(filing({ register })),
      secondFiling: store.cases.file(filing({ register })),
      ping: store.ping(),
    };
    const failed = await Promise.all(
      Object.entries(calls).map(async ([name, call]) => [
        name,
        await call.then(
          () => 'answered',
          (error: unknown) => error,
        ),
      ]),
    );
    const took = performance.now() - began;
    mongod.kill('SIGCONT');
    for (const [name, error] of failed) expect([name, error]).toEqual([name, expect.any(StoreUnavailable)]);
    expect(took).toBeLessThan(bound);

    await expect(eventually(() => store.ping())).resolves.toBeUndefined();
    const after = await filedCase(store, { register });
    const { rows } = await store.cases.list(everything, {});
    const ordinals = rows.map(({ number }) => Number(number.split('.')[2])).sort((a, b) => a - b);
    expect(ordinals).toEqual(ordinals.map((_, index) => index + 1));
    expect(rows.map(({ _id }) => _id)).toEqual(expect.arrayContaining([kept._id, after._id]));
    expect((await store.record.verify()).broken).toEqual([]);
  }, 60_000);

  test('at the start is the same failure', async () => {
    const began = performance.now();
    await expect(mongoStore('mongodb://127.0.0.1:9/obieg?replicaSet=none')).rejects.toThrow(StoreUnavailable);
    expect(performance.now() - began).toBeLessThan(bound);
  });
});

async function eventually<Value>(call: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}
