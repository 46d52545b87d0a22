import type { Connection, Model, Schema } from 'mongoose';
import type * as records from '../records.ts';
import type { ChainHead } from '../chain.ts';
import type { Counter, StoredCase, StoredTask } from '../stored.ts';
import { blobSchema, documentSchema, entrySchema, headSchema, messageSchema } from './record-schemas.ts';
import { caseSchema, counterSchema, draftSchema, submissionSchema, taskSchema } from './case-schemas.ts';
import { definitionSchema, personSchema, pingSchema, sessionSchema, unitsSchema } from './office-schemas.ts';
import type { Ping } from './office-schemas.ts';
import { connect } from './connection.ts';

const collectionsOf = (connection: Connection) => {
  const kept = <Row>(name: string, schema: Schema): Model<Row> => connection.model<Row>(name, schema, name);
  return {
    cases: kept<StoredCase>('cases', caseSchema),
    submissions: kept<records.SubmissionRecord>('submissions', submissionSchema),
    registers: kept<Counter>('registers', counterSchema),
    tasks: kept<StoredTask>('tasks', taskSchema),
    drafts: kept<records.DraftRecord>('drafts', draftSchema),
    documents: kept<records.DocumentRecord>('documents', documentSchema),
    blobs: kept<records.BlobRecord>('blobs', blobSchema),
    entries: kept<records.EntryRecord>('entries', entrySchema),
    heads: kept<ChainHead>('heads', headSchema),
    messages: kept<records.MessageRecord>('messages', messageSchema),
    definitions: kept<records.DefinitionRecord>('definitions', definitionSchema),
    versions: kept<Counter>('versions', counterSchema),
    people: kept<records.PersonRecord>('people', personSchema),
    units: kept<records.UnitRecord>('units', unitsSchema),
    sessions: kept<records.SessionRecord>('sessions', sessionSchema),
    pings: kept<Ping>('pings', pingSchema),
  };
};

export type Database = ReturnType<typeof collectionsOf> & { connection: Connection };

/** Makes collections and indexes that are missing. Several processes may do it at once. */
async function prepare(uri: string): Promise<void> {
  const connection = await connect(uri, { patient: true });
  try {
    for (const model of Object.values(collectionsOf(connection))) {
      await model.createCollection();
      await model.createIndexes();
    }
  } finally {
    await connection.close();
  }
}

export async function openDatabase(uri: string): Promise<Database> {
  await prepare(uri);
  const connection = await connect(uri);
  return { ...collectionsOf(connection), connection };
}
