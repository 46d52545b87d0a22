import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Connection } from '@temporalio/client';
import mongoose from 'mongoose';
import type { EngineEvent } from '../../activities/engines/supervised-engine.ts';
import { identityOf } from '../../activities/engines/process-identity.ts';
import { startEngines } from '../../activities/engines/start-engines.ts';
import type { Engines } from '../../activities/engines/start-engines.ts';
import { ownConfig, removeScratch, scratchFolder } from '../support/engine-config.ts';

const folder = scratchFolder('engines');
const config = ownConfig(folder);
const events: EngineEvent[] = [];
const surroundings = { clock: () => new Date(), tell: (event: EngineEvent) => void events.push(event) };
let engines: Engines;

const eventually = async (condition: () => boolean): Promise<void> => {
  for (let i = 0; i < 300 && !condition(); i++) await sleep(100);
  expect(condition()).toBe(true);
};
const withDatabase = async <Answer>(use: (client: mongoose.mongo.MongoClient) => Promise<Answer>): Promise<Answer> => {
  const client = await mongoose.mongo.MongoClient.connect(engines.mongod.address);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
};
const namespace = async () => {
  const connection = await Connection.connect({ address: engines.temporal.address });
  const answer = await connection.workflowService.describeNamespace({ namespace: 'default' });
  const attributes = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
  await connection.close();
  return { days: Number(answer.config?.workflowExecutionRetentionTtl?.seconds) / 86_400, attributes };
};

beforeAll(async () => {
  engines = await startEngines(config, surroundings);
}, 300_000);
afterAll(async () => {
  await engines?.stop();
  removeScratch();
});

describe('the engines of one machine', () => {
  test('keep closed cases far longer than a day and know the cases by unit and procedure', async () => {
    const { days, attributes } = await namespace();
    expect(days).toBeGreaterThan(365);
    expect(Object.keys(attributes.customAttributes ?? {})).toEqual(
      expect.arrayContaining(['ObiegUnit', 'ObiegProcedure']),
    );
  });

  test('give transactions', async () => {
    const stored = await withDatabase((client) =>
      client.withSession((session) =>
        session.withTransaction(async () => {
          const { insertedId } = await client.db().collection('marks').insertOne({ mark: 1 }, { session });
          return insertedId;
        }),
      ),
    );
    expect(stored).toBeDefined();
  });

  test('come back by themselves after one of them was killed', async () => {
    process.kill(engines.temporal.pid!, 'SIGKILL');
    await eventually(() => events.some(({ engine, what }) => engine === 'temporal' && what === 'startedAgain'));
    expect((await namespace()).days).toBeGreaterThan(365);
  }, 60_000);

  test('have their data on other ports after an orderly stop, and nothing keeps running', async () => {
    const before = engines;
    await engines.stop();
    expect([before.temporal.pid!, before.mongod.pid!].map(identityOf)).toEqual([undefined, undefined]);
    engines = await startEngines(config, surroundings);
    expect(engines.mongod.address).not.toBe(before.mongod.address);
    expect(await withDatabase((client) => client.db().collection('marks').countDocuments())).toBe(1);
  }, 60_000);

  test('given by address are used and not started', async () => {
    const given = ownConfig(scratchFolder('given'), {
      TEMPORAL_ADDRESS: engines.temporal.address,
      MONGODB_URI: engines.mongod.address,
    });
    const used = await startEngines(given, surroundings);
    expect([used.temporal.pid, used.mongod.pid]).toEqual([undefined, undefined]);
    await used.stop();
    expect((await namespace()).days).toBeGreaterThan(365);
  });

  test('given by an address where nothing answers are refused by the variable, without the password', async () => {
    const given = ownConfig(scratchFolder('given'), {
      MONGODB_URI: 'mongodb://user:secret@127.0.0.1:1/?directConnection=true',
    });
    await expect(startEngines(given, surroundings)).rejects.toMatchObject({
      code: 'engineUnreachable',
      values: { variable: 'MONGODB_URI', address: 'mongodb://127.0.0.1:1/?directConnection=true' },
    });
  }, 60_000);
});
