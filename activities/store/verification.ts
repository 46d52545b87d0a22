import type { BlobRecord, EntryRecord } from './records.ts';
import type { ChainHead } from './chain.ts';
import type { Counter, StoredCase } from './stored.ts';
import type { Store } from './store.ts';
import { flawOf, startOfChain } from './chain.ts';
import { numberIn } from './znak-sprawy.ts';
import { sha256 } from './content-hash.ts';

type Report = Awaited<ReturnType<Store['record']['verify']>>;
type Broken = Report['broken'][number];
type Numbered = Pick<StoredCase, '_id' | 'number' | 'register' | 'ordinal'>;

/** What is looked at, read as streams so that a million cases need no more memory than one. */
export type Evidence = {
  /** sorted by case */ heads: () => AsyncIterable<ChainHead>;
  /** sorted by case and seq */ entries: () => AsyncIterable<EntryRecord>;
  blobs: () => AsyncIterable<BlobRecord>;
  /** sorted by register and ordinal */ numbers: () => AsyncIterable<Numbered>;
  counters: () => AsyncIterable<Counter>;
  /** names of things that name something absent */ dangling: () => AsyncIterable<{ id: string; reason: string }>;
};

/** After that many findings more of them say nothing new. */
const enough = 100;

type Sink = { found(broken: Broken): void; counted(what: 'cases' | 'entries' | 'blobs'): void };

/** The end that a chain was said to have is compared with the end it has. */
function checkEnd(head: ChainHead | undefined, end: ChainHead, sink: Sink): void {
  if (!head || (end.seq === head.seq && end.hash === head.hash)) return;
  sink.found({
    what: 'entry',
    id: `${head._id}.${head.seq}`,
    reason: `expected last but the chain ends at ${end.seq}`,
  });
}

/** Walks two sorted streams side by side: the ends of the chains, and the entries that lead to them. */
async function verifyChains({ heads, entries }: Evidence, sink: Sink): Promise<void> {
  const ends = heads()[Symbol.asyncIterator]();
  const nextHead = async (): Promise<ChainHead | undefined> => (await ends.next()).value;
  let head = await nextHead();
  let end = head && startOfChain(head._id);
  for await (const entry of entries()) {
    sink.counted('entries');
    for (; head && end && head._id < entry.case; end = head && startOfChain(head._id)) {
      checkEnd(head, end, sink);
      head = await nextHead();
    }
    if (!head || !end || head._id !== entry.case) {
      sink.found({ what: 'entry', id: entry._id, reason: 'its case has no chain' });
      continue;
    }
    const flaw = flawOf(entry, end);
    if (flaw !== undefined) sink.found({ what: 'entry', id: entry._id, reason: flaw });
    end = { _id: entry.case, seq: entry.seq, hash: entry.hash };
  }
  for (; head && end; end = head && startOfChain(head._id)) {
    checkEnd(head, end, sink);
    head = await nextHead();
  }
}

async function verifyBlobs({ blobs }: Evidence, sink: Sink): Promise<void> {
  for await (const { _id, size, data } of blobs()) {
    sink.counted('blobs');
    if (sha256(data) !== _id) sink.found({ what: 'blob', id: _id, reason: 'its bytes have another hash' });
    else if (data.length !== size) sink.found({ what: 'blob', id: _id, reason: `expected ${size} bytes` });
  }
}

async function verifyNumbers({ numbers, counters }: Evidence, sink: Sink): Promise<void> {
  const last = new Map<string, number>();
  for await (const { _id, number, register, ordinal } of numbers()) {
    sink.counted('cases');
    const expected = (last.get(register) ?? 0) + 1;
    if (ordinal !== expected)
      sink.found({ what: 'number', id: numberIn(register, expected), reason: `followed by ${number} of case ${_id}` });
    if (number !== numberIn(register, ordinal))
      sink.found({ what: 'number', id: number, reason: `expected ${numberIn(register, ordinal)} in case ${_id}` });
    last.set(register, ordinal);
  }
  for await (const counter of counters()) {
    const reached = last.get(counter._id) ?? 0;
    last.delete(counter._id);
    if (reached !== counter.last)
      sink.found({ what: 'number', id: numberIn(counter._id, reached + 1), reason: `given up to ${counter.last}` });
  }
  for (const register of last.keys())
    sink.found({ what: 'number', id: register, reason: 'the register has no counter' });
}

/** Recomputes every chain, every blob's hash and every register; names what does not fit, up to a hundred findings. */
export async function verify(evidence: Evidence, progress: (done: number) => void): Promise<Report> {
  const report: Report = { cases: 0, entries: 0, blobs: 0, broken: [] };
  let done = 0;
  const sink: Sink = {
    found: (broken) => {
      if (report.broken.length < enough) report.broken.push(broken);
    },
    counted: (what) => {
      report[what] += 1;
      done += 1;
      if (done % 1000 === 0) progress(done);
    },
  };
  await verifyChains(evidence, sink);
  await verifyBlobs(evidence, sink);
  await verifyNumbers(evidence, sink);
  for await (const { id, reason } of evidence.dangling()) sink.found({ what: 'reference', id, reason });
  progress(done);
  return report;
}
