import type { Store } from './store.ts';
import { allAnswering, answering } from './mongo/answering.ts';
import { mongoCases, mongoSubmissions } from './mongo/cases.ts';
import { mongoDefinitions, mongoMessages } from './mongo/definitions.ts';
import { mongoDocuments } from './mongo/documents.ts';
import { mongoDrafts, mongoTasks } from './mongo/tasks.ts';
import { mongoPeople, mongoSessions, mongoUnits } from './mongo/people.ts';
import { mongoRecord } from './mongo/record.ts';
import { openDatabase } from './mongo/database.ts';

/**
 * Keeps everything in the MongoDB database that the address names; collections and indexes that are missing are made.
 * It must be a replica set (of one or more), for transactions. Out of reach, now or in any later call: `StoreUnavailable`,
 * after seconds and not minutes; the store goes on by itself when the database is back.
 */
export async function mongoStore(uri: string): Promise<Store> {
  const database = await answering(() => openDatabase(uri));
  return {
    cases: allAnswering(mongoCases(database)),
    submissions: allAnswering(mongoSubmissions(database)),
    tasks: allAnswering(mongoTasks(database)),
    drafts: allAnswering(mongoDrafts(database)),
    documents: allAnswering(mongoDocuments(database)),
    record: allAnswering(mongoRecord(database)),
    definitions: allAnswering(mongoDefinitions(database)),
    messages: allAnswering(mongoMessages(database)),
    people: allAnswering(mongoPeople(database)),
    units: allAnswering(mongoUnits(database)),
    sessions: allAnswering(mongoSessions(database)),
    ...allAnswering({
      async ping() {
        await database.pings.updateOne({ _id: 'ping' }, { $inc: { times: 1 } }, { upsert: true });
      },
      close: () => database.connection.close(),
    }),
  };
}
