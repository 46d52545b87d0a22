import type { BlobRecord, DocumentRecord, EntryRecord } from '../records.ts';
import type { CaseId, Sha256 } from '../../../processes/language/ids.ts';
import type { ChainHead } from '../chain.ts';
import type { Counter, StoredCase } from '../stored.ts';
import type { Database } from './database.ts';
import type { Evidence } from '../verification.ts';
import { systemScope } from '../scope.ts';

/** How many rows are looked up in one call. */
const batchSize = 500;
const within = { scope: systemScope('verify') };

type Dangling = { id: string; reason: string };

async function* inBatches<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function* casesWithoutRecord({ cases, heads }: Database): AsyncGenerator<Dangling> {
  for await (const batch of inBatches(cases.find({}, { _id: 1 }, within).lean<{ _id: CaseId }>().cursor())) {
    const ids = batch.map(({ _id }) => _id);
    const found = await heads.find({ _id: { $in: ids } }, { _id: 1 }).lean<{ _id: CaseId }[]>();
    const recorded = new Set(found.map(({ _id }) => _id));
    for (const id of ids) if (!recorded.has(id)) yield { id, reason: 'the case has no record' };
  }
}

async function* documentsWithoutBytes({ documents, blobs }: Database): AsyncGenerator<Dangling> {
  const kept = documents.find({}, { revisions: 1 }, within).lean<Pick<DocumentRecord, '_id' | 'revisions'>>();
  for await (const batch of inBatches(kept.cursor())) {
    const hashes = batch.flatMap(({ revisions }) => revisions.map(({ sha256 }) => sha256));
    const found = await blobs.find({ _id: { $in: hashes } }, { size: 1 }).lean<{ _id: Sha256; size: number }[]>();
    const sizes = new Map(found.map(({ _id, size }) => [_id, size]));
    for (const { _id, revisions } of batch)
      for (const { number, sha256, size } of revisions)
        if (sizes.get(sha256) !== size) yield { id: _id, reason: `revision ${number} has no such bytes` };
  }
}

/** Everything the store has to show for itself, each read as a stream. */
export const evidenceIn = (database: Database): Evidence => ({
  heads: () => database.heads.find().sort({ _id: 1 }).lean<ChainHead>().cursor(),
  entries: () => database.entries.find({}, null, within).sort({ case: 1, seq: 1 }).lean<EntryRecord>().cursor(),
  blobs: () => database.blobs.find().lean<BlobRecord>().cursor(),
  numbers: () =>
    database.cases
      .find({}, { number: 1, register: 1, ordinal: 1 }, within)
      .sort({ register: 1, ordinal: 1 })
      .lean<Pick<StoredCase, '_id' | 'number' | 'register' | 'ordinal'>>()
      .cursor(),
  counters: () => database.registers.find().lean<Counter>().cursor(),
  async *dangling() {
    yield* casesWithoutRecord(database);
    yield* documentsWithoutBytes(database);
  },
});
