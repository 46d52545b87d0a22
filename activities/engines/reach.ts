import { Connection } from '@temporalio/client';
import mongoose from 'mongoose';

export type Reached = { ok: true } | { ok: false; reason: string };

const patience = 3000;
const whyNot = (error: unknown): Reached => ({ ok: false, reason: (error as Error).message });

/** Whether a Temporal server answers there and has the namespace. Changes nothing. */
export async function temporalAnswers(address: string, namespace: string): Promise<Reached> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: patience });
    try {
      await connection.workflowService.describeNamespace({ namespace });
      return { ok: true };
    } finally {
      await connection.close();
    }
  } catch (error) {
    return whyNot(error);
  }
}

/** Whether a MongoDB answers there as a replica set with a primary, which transactions need. */
export async function databaseAnswers(uri: string): Promise<Reached> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: patience });
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    return hello['setName'] === undefined ? { ok: false, reason: 'it is not a replica set' } : { ok: true };
  } catch (error) {
    return whyNot(error);
  } finally {
    await client.close();
  }
}
