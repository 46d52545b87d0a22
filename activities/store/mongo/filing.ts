import { fail, ok } from '../../../processes/language/failure.ts';
import type { BlobRecord, SubmissionRecord } from '../records.ts';
import type { Database } from './database.ts';
import type { NewFiling, Store } from '../store.ts';
import type { StoredCase } from '../stored.ts';
import { atomically } from './transaction.ts';
import { caseOf } from '../stored.ts';
import { counted } from './counting.ts';
import { filed, tooLarge } from '../filing.ts';
import { link } from './record.ts';
import { registerId } from '../znak-sprawy.ts';
import { systemScope } from '../scope.ts';
import { takingTurns } from './turns.ts';

type Filed = Awaited<ReturnType<Store['cases']['file']>>;
const within = { scope: systemScope('store') };

/** Within a transaction. The same bytes are kept once. */
export async function keepBlob({ blobs }: Database, blob: BlobRecord): Promise<void> {
  if (!(await blobs.exists({ _id: blob._id }))) await blobs.insertMany([blob]);
}

async function filedBefore({ submissions, cases }: Database, filing: NewFiling): Promise<Filed | undefined> {
  const before = await submissions.findOne({ _id: filing.idempotencyKey }, null, within).lean<SubmissionRecord>();
  if (!before) return undefined;
  if (before.payloadHash !== filing.payloadHash) return fail('idempotencyMismatch');
  const first = await cases.findOne({ _id: before.case }, null, within).lean<StoredCase>();
  if (!first) throw new Error(`Expected case ${before.case} of a submission to be stored, but it is not`);
  return ok({ case: caseOf(first), repeated: true });
}

async function fileNew(database: Database, filing: NewFiling): Promise<Filed> {
  const all = filed(filing, await counted(database.registers, registerId(filing.register)));
  await database.cases.insertMany([all.case]);
  await database.submissions.insertMany([all.submission]);
  await database.documents.insertMany(all.documents);
  for (const blob of all.blobs) await keepBlob(database, blob);
  await link(database, all.case, all.entries);
  return ok({ case: caseOf(all.case), repeated: false });
}

/** Number, case, submission, attachments and first entries in one transaction: a filing that fails leaves no gap. */
export function fileIn(database: Database): Store['cases']['file'] {
  const inTurn = takingTurns(5_000);
  return async (filing) => {
    if (tooLarge(filing)) return fail('tooLarge');
    return inTurn(registerId(filing.register), () =>
      atomically(database, async () => (await filedBefore(database, filing)) ?? fileNew(database, filing)),
    );
  };
}
