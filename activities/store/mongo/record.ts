import type { CaseId } from '../../../processes/language/ids.ts';
import type { CaseRecord, EntryRecord } from '../records.ts';
import type { ChainHead } from '../chain.ts';
import type { Bare } from './bare.ts';
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
 * and one runs again. `before` are the ends where the same transaction has read them, or knows that there are none.
 */
export async function link(
  { heads, entries }: Bare,
  added: readonly Linked[],
  before?: readonly ChainHead[],
): Promise<EntryRecord[]> {
  const growing = added.filter((one) => one.entries.length > 0);
  if (growing.length === 0) return [];
  const ids = growing.map(({ to }) => to._id);
  const known = before ?? (await heads.find({ _id: { $in: ids } }));
  const ends = new Map(known.map((head) => [head._id, head]));
  const grown = growing.map((one) => seal(ends.get(one.to._id) ?? startOfChain(one.to._id), one.to, one.entries));
  await heads.change(
    grown.map(({ head: { _id, ...end } }) => ({ replaceOne: { filter: { _id }, replacement: end, upsert: true } })),
  );
  const sealed = grown.flatMap((one) => one.sealed);
  await entries.insert(sealed);
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
    atomically(database, async (bare) => {
      const to = await visibleCase(database, scope, caseId);
      const [sealed] = await link(bare, [{ to, entries: [entry] }]);
      if (!sealed) throw new Error('Expected one entry but none was linked');
      return sealed;
    }),
  ofCase: (scope, caseId) =>
    database.entries.find({ case: caseId }, null, { scope }).sort({ seq: 1 }).lean<EntryRecord[]>(),
  verify: (progress = () => {}) => verify(evidenceIn(database), progress),
});
