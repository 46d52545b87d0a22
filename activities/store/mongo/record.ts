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

/** Links entries to the chain of a case, within a transaction; two at once conflict over its end, and one runs again. */
export async function link(
  { heads, entries }: Database,
  of: Pick<CaseRecord, '_id' | 'unit'>,
  added: readonly NewEntry[],
): Promise<EntryRecord[]> {
  if (added.length === 0) return [];
  const before = await heads.findOne({ _id: of._id }).lean<ChainHead>();
  const { head, sealed } = seal(before ?? startOfChain(of._id), of, added);
  await heads.replaceOne({ _id: of._id }, head, { upsert: true });
  await entries.insertMany(sealed);
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
    atomically(database, async () => {
      const [sealed] = await link(database, await visibleCase(database, scope, caseId), [entry]);
      if (!sealed) throw new Error('Expected one entry but none was linked');
      return sealed;
    }),
  ofCase: (scope, caseId) =>
    database.entries.find({ case: caseId }, null, { scope }).sort({ seq: 1 }).lean<EntryRecord[]>(),
  verify: (progress = () => {}) => verify(evidenceIn(database), progress),
});
