import type { CaseId } from '../../../processes/language/ids.ts';
import type { EntryRecord } from '../records.ts';
import type { NewEntry, Store } from '../store.ts';
import type { Row, Tables } from './tables.ts';
import { seal, startOfChain } from '../chain.ts';
import { sortedBy } from './tables.ts';
import { verify } from '../verification.ts';

/** Links entries to the chain of a stored case. */
export function append(tables: Tables, caseId: CaseId, entries: readonly NewEntry[]): EntryRecord[] {
  const of = tables.cases.get(caseId);
  if (!of) throw new Error(`Expected case ${caseId} to be stored, but it is not`);
  const { head, sealed } = seal(tables.heads.get(caseId) ?? startOfChain(caseId), of, entries);
  tables.heads.put(head);
  for (const entry of sealed) tables.entries.put(entry);
  return sealed;
}

async function* stream<Kept>(rows: Kept[]): AsyncGenerator<Kept> {
  yield* rows;
}

const byId = <Kept extends Row>(rows: Kept[]): Kept[] => sortedBy(rows, [[({ _id }) => _id, 1]]);

const danglingIn = (tables: Tables): { id: string; reason: string }[] => [
  ...tables.documents
    .where({})
    .flatMap(({ _id, revisions }) =>
      revisions
        .filter(({ sha256, size }) => tables.blobs.get(sha256)?.size !== size)
        .map(({ number }) => ({ id: _id, reason: `revision ${number} has no such bytes` })),
    ),
  ...tables.cases
    .where({})
    .filter(({ _id }) => !tables.heads.get(_id))
    .map(({ _id }) => ({ id: _id, reason: 'the case has no record' })),
];

export const memoryRecord = (tables: Tables): Store['record'] => ({
  async append(scope, caseId, entry) {
    if (!tables.cases.one(scope, caseId)) throw new Error(`Expected case ${caseId} to be visible, but it is not`);
    const [sealed] = append(tables, caseId, [entry]);
    if (!sealed) throw new Error('Expected one entry but none was linked');
    return sealed;
  },
  async ofCase(scope, caseId) {
    return sortedBy(tables.entries.within(scope, { case: caseId }), [[({ seq }) => seq, 1]]);
  },
  verify: (progress = () => {}) =>
    verify(
      {
        heads: () => stream(byId(tables.heads.where({}))),
        entries: () =>
          stream(
            sortedBy(tables.entries.where({}), [
              [(row) => row.case, 1],
              [({ seq }) => seq, 1],
            ]),
          ),
        blobs: () => stream(tables.blobs.where({})),
        numbers: () =>
          stream(
            sortedBy(tables.cases.where({}), [
              [({ register }) => register, 1],
              [({ ordinal }) => ordinal, 1],
            ]),
          ),
        counters: () => stream(tables.registers.where({})),
        dangling: () => stream(danglingIn(tables)),
      },
      progress,
    ),
});
