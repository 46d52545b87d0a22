import { fail, ok } from '../../../processes/language/failure.ts';
import type { Bare } from './bare.ts';
import type { BlobRecord } from '../records.ts';
import type { Database } from './database.ts';
import type { NewFiling, Store } from '../store.ts';
import { isPassing } from './answering.ts';
import { atomically } from './transaction.ts';
import { caseOf } from '../stored.ts';
import { countedIn } from './counting.ts';
import { filed, tooLarge } from '../filing.ts';
import { inGroups } from './groups.ts';
import { link } from './record.ts';
import { registerId } from '../znak-sprawy.ts';

type Filed = Awaited<ReturnType<Store['cases']['file']>>;

/** Within a transaction. The same bytes are kept once. */
export async function keepBlob({ blobs }: Database, blob: BlobRecord): Promise<void> {
  if (!(await blobs.exists({ _id: blob._id }))) await blobs.insertMany([blob]);
}

async function filedBefore({ submissions, cases }: Bare, filing: NewFiling): Promise<Filed | undefined> {
  const [before] = await submissions.find({ _id: filing.idempotencyKey });
  if (!before) return undefined;
  if (before.payloadHash !== filing.payloadHash) return fail('idempotencyMismatch');
  const [first] = await cases.find({ _id: before.case });
  if (!first) throw new Error(`Expected case ${before.case} of a submission to be stored, but it is not`);
  return ok({ case: caseOf(first), repeated: true });
}

async function fileNew(database: Database, bare: Bare, filings: readonly NewFiling[]): Promise<Filed[]> {
  const registers = filings.map(({ register }) => registerId(register));
  const ordinals = await countedIn(bare.registers, registers);
  const all = filings.map((filing, index) => filed(filing, ordinals[index] ?? Number.NaN));
  await bare.submissions.insert(all.map(({ submission }) => submission));
  await bare.cases.insert(all.map((one) => one.case));
  await bare.documents.insert(all.flatMap(({ documents }) => documents));
  for (const blob of all.flatMap(({ blobs }) => blobs)) await keepBlob(database, blob);
  const added = all.map((one) => ({ to: one.case, entries: one.entries }));
  await link(bare, added, []);
  return all.map((one) => ok({ case: caseOf(one.case), repeated: false }));
}

/** Bytes of attachments that weigh as much as a filing without any. */
const lightBytes = 256 * 1024;
const weightOf = ({ attachments }: NewFiling): number =>
  1 + attachments.reduce((sum, { bytes }) => sum + bytes.length, 0) / lightBytes;

/**
 * Number, case, submission, attachments and first entries in one transaction: a filing that fails leaves no gap. Filings
 * that come at once share one. Whether a filing was made before is asked only when storing it shows that it may have been.
 */
export function fileIn(database: Database): Store['cases']['file'] {
  const inOneGo = inGroups<NewFiling, Filed>({
    keyOf: ({ register }) => registerId(register),
    sharing: true,
    weightOf,
    lanes: 2,
    isOutOfReach: isPassing,
    run: (filings) =>
      atomically(
        database,
        async (bare, attempt) => {
          const [first] = filings;
          const before = first && attempt > 1 && (await filedBefore(bare, first));
          return before ? [before] : fileNew(database, bare, filings);
        },
        // Which of several was made before is found out one by one.
        filings.length > 1 ? 1 : undefined,
      ),
  });
  return async (filing) => (tooLarge(filing) ? fail('tooLarge') : inOneGo(filing));
}
