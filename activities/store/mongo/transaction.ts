import { mongo } from 'mongoose';
import type { Database } from './database.ts';
import { transactionOptions } from './connection.ts';

const duplicateKey = 11_000;
const attempts = 4;

/**
 * All of it or nothing. `work` may run several times: after a write conflict, and when somebody else has just stored
 * the same thing, so that it finds it there.
 */
export async function atomically<Value>({ connection }: Database, work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await connection.transaction(work, transactionOptions);
    } catch (error) {
      const stored = error instanceof mongo.MongoServerError && error.code === duplicateKey;
      if (!stored || attempt === attempts) throw error;
    }
  }
}
