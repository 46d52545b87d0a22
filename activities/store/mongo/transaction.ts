import { mongo } from 'mongoose';
import type { Bare } from './bare.ts';
import type { Database } from './database.ts';
import { bareCollections } from './bare.ts';
import { transactionOptions } from './connection.ts';

const duplicateKey = 11_000;
const usualAttempts = 4;

/**
 * All of it or nothing. `work` may run several times: after a write conflict, and when somebody else has just stored
 * the same thing, so that it finds it there; `attempt` counts from 1. What the models do is
 * part of the transaction by itself; the bare collections exist only inside of it.
 */
export async function atomically<Value>(
  { connection }: Database,
  work: (bare: Bare, attempt: number) => Promise<Value>,
  attempts = usualAttempts,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await connection.transaction(
        (session) => work(bareCollections(connection, session), attempt),
        transactionOptions,
      );
    } catch (error) {
      const stored = error instanceof mongo.MongoServerError && error.code === duplicateKey;
      if (!stored || attempt === attempts) throw error;
    }
  }
}
