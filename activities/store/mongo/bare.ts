import type { ClientSession, Connection, mongo } from 'mongoose';
import type { ChainHead } from '../chain.ts';
import type { Counter, StoredCase, StoredTask } from '../stored.ts';
import type { DocumentRecord, DraftRecord, EntryRecord, SubmissionRecord } from '../records.ts';

type Row = { _id: string };

/** One collection inside one transaction. */
const bareIn = <Kept extends Row>(connection: Connection, session: ClientSession, name: string) => {
  const rows = connection.getClient().db(connection.name).collection<Kept>(name);
  return {
    find: (filter: mongo.Filter<Kept>) => rows.find(filter, { session }).toArray() as Promise<Kept[]>,
    aggregate: <Found extends Row>(pipeline: object[]) => rows.aggregate<Found>(pipeline, { session }).toArray(),
    async insert(added: Kept[]): Promise<void> {
      if (added.length > 0) await rows.insertMany(added as mongo.OptionalUnlessRequiredId<Kept>[], { session });
    },
    /** several changes in one call, in their order */
    change: (changes: mongo.AnyBulkWriteOperation<Kept>[]) => rows.bulkWrite(changes, { session }),
    remove: (filter: mongo.Filter<Kept>) => rows.deleteMany(filter, { session }),
  };
};

/**
 * The collections that every step and filing writes, without mongoose in between: its documents and casts cost more than
 * the database's own work. They are to be had within a transaction only, and every call is part of it. For what the store
 * writes as the system, all of it made by typed functions here; whatever is done for somebody goes through the models,
 * which narrow it to their scope.
 */
export const bareCollections = (connection: Connection, session: ClientSession) => ({
  cases: bareIn<StoredCase>(connection, session, 'cases'),
  submissions: bareIn<SubmissionRecord>(connection, session, 'submissions'),
  registers: bareIn<Counter>(connection, session, 'registers'),
  tasks: bareIn<StoredTask>(connection, session, 'tasks'),
  drafts: bareIn<DraftRecord>(connection, session, 'drafts'),
  documents: bareIn<DocumentRecord>(connection, session, 'documents'),
  heads: bareIn<ChainHead>(connection, session, 'heads'),
  entries: bareIn<EntryRecord>(connection, session, 'entries'),
});

export type Bare = ReturnType<typeof bareCollections>;
