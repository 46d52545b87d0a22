import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import type { MongoMemoryReplSet } from 'mongodb-memory-server';
import { budgets, mongoLimits } from '../../api/http/limits.ts';
import { connect } from '../../activities/store/mongo/connection.ts';
import { startMongo } from '../support/mongo.ts';

describe('rate limits in MongoDB', () => {
  let mongo: MongoMemoryReplSet;
  let connections: Connection[];
  beforeAll(async () => {
    mongo = await startMongo();
    connections = [await connect(mongo.getUri('obieg')), await connect(mongo.getUri('obieg'))];
  });
  afterAll(async () => {
    await Promise.all(connections.map((connection) => connection.close()));
    await mongo.stop();
  });

  test('are shared by all processes: guesses spread over two of them count together', async () => {
    const [one, other] = connections.map((connection) => mongoLimits(connection));
    const { points } = budgets.trackByNumber;
    for (let guess = 0; guess < points; guess++)
      await (guess % 2 === 0 ? one : other)!.trackByNumber.consume('SP1.4120.1.2026');
    await expect(one!.trackByNumber.consume('SP1.4120.1.2026')).rejects.toMatchObject({ remainingPoints: 0 });
    await expect(other!.trackByNumber.consume('SP1.4120.1.2026')).rejects.toMatchObject({ remainingPoints: 0 });
    await expect(other!.trackByNumber.consume('SP1.4120.2.2026')).resolves.toMatchObject({
      remainingPoints: points - 1,
    });
  });

  test('still hold in each process alone when the database is gone', async () => {
    const alone = mongoLimits(connections[0]);
    // The library makes its indexes in the background: let it finish before the database goes.
    await Promise.all(Object.values(alone).map((limit) => limit.consume('y')));
    await connections[0]!.close();
    const guesses = Array.from({ length: budgets.trackByNumber.points + 1 }, () => alone.trackByNumber.consume('x'));
    const refused = (await Promise.allSettled(guesses)).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1);
  });
});
