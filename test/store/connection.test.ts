import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MongoMemoryReplSet } from 'mongodb-memory-server';
import { connect, transactionOptions } from '../../activities/store/mongo/connection.ts';
import { startMongo } from '../support/mongo.ts';

describe('a connection to MongoDB', () => {
  let mongo: MongoMemoryReplSet;
  beforeAll(async () => {
    mongo = await startMongo();
  });
  afterAll(async () => {
    await mongo.stop();
  });

  test('writes with majority and journal and reads what a majority has, whatever its address says', async () => {
    const connection = await connect(`${mongo.getUri('obieg')}&w=1&journal=false&readConcernLevel=local`);
    const { options } = connection.getClient();
    expect(options.writeConcern).toMatchObject({ w: 'majority', journal: true });
    expect(options.readConcern).toMatchObject({ level: 'majority' });
    expect(options.readPreference.mode).toBe('primary');
    await connection.close();
  });

  test('makes transactions that see one moment, with majority and journal', () => {
    expect(transactionOptions).toMatchObject({
      readConcern: { level: 'snapshot' },
      writeConcern: { w: 'majority', journal: true },
    });
  });
});
