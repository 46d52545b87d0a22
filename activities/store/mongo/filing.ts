import type { ClientSession } from 'mongoose';
import { fail, ok } from '../../../processes/language/failure.ts';
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

async function filedBefore(
  { bare: { submissions, cases } }: Database,
  session: ClientSession,
  filing: NewFiling,
): Promise<Filed | undefined> {
  const before = await submissions.findOne({ _id: filing.idempotencyKey }, { session });
  if (!before) return undefined;
  if (before.payloadHash !== filing.payloadHash) return fail('idempotencyMismatch');
  const first = await cases.findOne({ _id: before.case }, { session });
  if (!first) throw new Error(`Expected case ${before.case} of a submission to be stored, but it is not`);
  return ok({ case: caseOf(first), repeated: true });
}

async function fileNew(database: Database, session: ClientSession, filings: readonly NewFiling[]): Promise<Filed[]> {
  const { bare } = database;
  const registers = filings.map(({ register }) => registerId(register));
  const ordinals = await countedIn(bare.registers, session, registers);
  const all = filings.map((filing, index) => filed(filing, ordinals[index] ?? Number.NaN));
  await bare.submissions.insertMany(
    all.map(({ submission }) => submission),
    { session },
  );
  await bare.cases.insertMany(
    all.map((one) => one.case),
    { session },
  );
  const documents = all.flatMap((one) => one.documents);
  if (documents.length > 0) await bare.documents.insertMany(documents, { session });
  for (const blob of all.flatMap(({ blobs }) => blobs)) await keepBlob(database, blob);
  const added = all.map((one) => ({ to: one.case, entries: one.entries }));
  await link(database, session, added, []);
  return all.map((one) => ok({ case: caseOf(one.case), repeated: false }));
}

/**
 * Number, case, submission, attachments and first entries in one transaction: a filing that fails leaves no gap. Filings
 * that come at once share one. Whether a filing was made before is asked only when storing it shows that it may have been.
 */
export function fileIn(database: Database): Store['cases']['file'] {
  const inOneGo = inGroups<NewFiling, Filed>({
    keyOf: ({ register }) => registerId(register),
    sharing: true,
    lanes: 2,
    isOutOfReach: isPassing,
    run: (filings) =>
      atomically(
        database,
        async (session, attempt) => {
          const [first] = filings;
          const before = first && attempt > 1 && (await filedBefore(database, session, first));
          return before ? [before] : fileNew(database, session, filings);
        },
        // Which of several was made before is found out one by one.
        filings.length > 1 ? 1 : undefined,
      ),
  });
  return async (filing) => (tooLarge(filing) ? fail('tooLarge') : inOneGo(filing));
}
