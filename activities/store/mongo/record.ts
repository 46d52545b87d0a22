import type { ClientSession } from 'mongoose';
import type { CaseId } from '../../../processes/language/ids.ts';
import type { CaseRecord, EntryRecord } from '../records.ts';
import type { ChainHead } from '../chain.ts';
import type { Database } from './database.ts';
import type { NewEntry, Store } from '../store.ts';
import type { Scope } from '../scope.ts';
import { atomically } from './transaction.ts';
import { evidenceIn } from './evidence.ts';
import { seal, startOfChain } from '../chain.ts';
import { verify } from '../verification.ts';

export type Linked = {
  to: Pick<CaseRecord, '_id' | 'unit'>;
  entries: readonly NewEntry[];
};

/**
 * Links entries to the chains of cases, each case once, within a transaction; two at once conflict over a chain's end,
 * and one runs again. `heads` are the ends where the same transaction has read them, or knows that there are none.
 */
export async function link(
  { bare }: Database,
  session: ClientSession,
  added: readonly Linked[],
  heads?: readonly ChainHead[],
): Promise<EntryRecord[]> {
  const growing = added.filter(({ entries }) => entries.length > 0);
  if (growing.length === 0) return [];
  const ids = growing.map(({ to }) => to._id);
  const ends = new Map(
    (heads ?? (await bare.heads.find({ _id: { $in: ids } }, { session }).toArray())).map((head) => [head._id, head]),
  );
  const grown = growing.map(({ to, entries }) => seal(ends.get(to._id) ?? startOfChain(to._id), to, entries));
  await bare.heads.bulkWrite(
    grown.map(({ head: { _id, ...end } }) => ({
      replaceOne: { filter: { _id }, replacement: end, upsert: true },
    })),
    { session },
  );
  const sealed = grown.flatMap((one) => one.sealed);
  await bare.entries.insertMany(sealed, { session });
  return sealed;
}

/** The case that something is to be added to. That the caller may see it was checked before: not seeing it is a bug. */
export async function visibleCase(
  { cases }: Database,
  scope: Scope,
  id: CaseId,
): Promise<Pick<CaseRecord, '_id' | 'unit'>> {
  const found = await cases.findOne({ _id: id }, { unit: 1 }, { scope }).lean<Pick<CaseRecord, '_id' | 'unit'>>();
  if (!found) throw new Error(`Expected case ${id} to be visible, but it is not`);
  return found;
}

export const mongoRecord = (database: Database): Store['record'] => ({
  append: (scope, caseId, entry) =>
    atomically(database, async (session) => {
      const to = await visibleCase(database, scope, caseId);
      const [sealed] = await link(database, session, [{ to, entries: [entry] }]);
      if (!sealed) throw new Error('Expected one entry but none was linked');
      return sealed;
    }),
  ofCase: (scope, caseId) =>
    database.entries.find({ case: caseId }, null, { scope }).sort({ seq: 1 }).lean<EntryRecord[]>(),
  verify: (progress = () => {}) => verify(evidenceIn(database), progress),
});
