import { fail, ok } from '../../../processes/language/failure.ts';
import type { CaseId } from '../../../processes/language/ids.ts';
import type { Database } from './database.ts';
import type { DocumentRecord, DraftRecord, MessageRecord } from '../records.ts';
import type { Store } from '../store.ts';
import type { StoredCase, StoredTask } from '../stored.ts';
import { atomically } from './transaction.ts';
import { link } from './record.ts';
import { systemScope } from '../scope.ts';
import { tombstoneOf, type Removed } from '../removal.ts';

const within = { scope: systemScope('store') };

async function everythingOf(database: Database, record: StoredCase): Promise<Removed> {
  const of = { case: record._id };
  const tasks = await database.tasks.find(of, null, within).lean<StoredTask[]>();
  const drafts = database.drafts.find({ task: { $in: tasks.map(({ _id }) => _id) } }, null, within);
  return {
    case: record,
    tasks,
    drafts: await drafts.lean<DraftRecord[]>(),
    documents: await database.documents.find(of, null, within).lean<DocumentRecord[]>(),
    messages: await database.messages.find(of, null, within).lean<MessageRecord[]>(),
  };
}

/** Bytes go when no other document consists of them. */
async function removeBytes({ documents, blobs }: Database, removed: DocumentRecord[]): Promise<void> {
  for (const { sha256 } of removed.flatMap(({ revisions }) => revisions))
    if (!(await documents.exists({ 'revisions.sha256': sha256 }).setOptions(within)))
      await blobs.deleteOne({ _id: sha256 });
}

async function removeRows(database: Database, id: CaseId, { drafts, documents }: Removed): Promise<void> {
  await database.tasks.deleteMany({ case: id }, within);
  await database.drafts.deleteMany({ _id: { $in: drafts.map(({ _id }) => _id) } }, within);
  await database.messages.deleteMany({ case: id }, within);
  await database.documents.deleteMany({ case: id }, within);
  await removeBytes(database, documents);
  await database.submissions.updateMany({ case: id }, { $set: { state: 'started' } }).setOptions(within);
}

/** Everything of a case in one transaction; its tombstone and the entry that tells of it stay. */
export const removeFrom =
  (database: Database): Store['cases']['remove'] =>
  (scope, id, by) =>
    atomically(database, async (bare) => {
      const record = await database.cases.findOne({ _id: id }, null, { scope }).lean<StoredCase>();
      if (!record) return fail('notFound');
      if (record.deleted) return ok(record.deleted);
      const removed = await everythingOf(database, record);
      const { deletion, tombstone, entry } = tombstoneOf(removed, by);
      await removeRows(database, id, removed);
      await database.cases.replaceOne({ _id: id }, tombstone, within);
      await link(bare, [{ to: record, entries: [entry] }]);
      return ok(deletion);
    });
