import { fail, ok } from '../../../processes/language/failure.ts';
import type { Store } from '../store.ts';
import type { Tables } from './tables.ts';
import { append } from './record.ts';
import { tombstoneOf } from '../removal.ts';

type Remove = Store['cases']['remove'];

/** Takes out all rows of a case; bytes go when no other document consists of them. */
export function removeFrom(
  tables: Tables,
  scope: Parameters<Remove>[0],
  id: Parameters<Remove>[1],
  by: Parameters<Remove>[2],
): Awaited<ReturnType<Remove>> {
  const record = tables.cases.one(scope, id);
  if (!record) return fail('notFound');
  if (record.deleted) return ok(record.deleted);
  const tasks = tables.tasks.where({ case: id });
  const removed = {
    case: record,
    tasks,
    drafts: tasks.flatMap(({ _id }) => tables.drafts.where({ task: _id })),
    documents: tables.documents.where({ case: id }),
    messages: tables.messages.where({ case: id }),
  };
  const { deletion, tombstone, entry } = tombstoneOf(removed, by);
  for (const { _id } of removed.tasks) tables.tasks.delete(_id);
  for (const { _id } of removed.drafts) tables.drafts.delete(_id);
  for (const { _id } of removed.messages) tables.messages.delete(_id);
  for (const { _id } of removed.documents) tables.documents.delete(_id);
  const still = new Set(tables.documents.where({}).flatMap(({ revisions }) => revisions.map(({ sha256 }) => sha256)));
  for (const { sha256 } of removed.documents.flatMap(({ revisions }) => revisions))
    if (!still.has(sha256)) tables.blobs.delete(sha256);
  for (const one of tables.submissions.where({ case: id })) tables.submissions.put({ ...one, state: 'started' });
  tables.cases.put(tombstone);
  append(tables, id, [entry]);
  return ok(deletion);
}
