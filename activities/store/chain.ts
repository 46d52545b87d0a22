import type { CaseId } from '../../processes/language/ids.ts';
import type { CaseRecord, EntryRecord } from './records.ts';
import type { NewEntry } from './store.ts';
import { canonicalHash } from './content-hash.ts';

/** Where the chain of a case ends: cutting entries off its end is found by this. */
export type ChainHead = { _id: CaseId; seq: number; hash: string };

export const startOfChain = (id: CaseId): ChainHead => ({ _id: id, seq: 0, hash: '0'.repeat(64) });

const hashOf = ({ _id, hash: _hash, ...covered }: EntryRecord): string => canonicalHash(covered);

/** Links new entries to the end of the chain, in order. */
export function seal(
  head: ChainHead,
  of: Pick<CaseRecord, '_id' | 'unit'>,
  entries: readonly NewEntry[],
): { head: ChainHead; sealed: EntryRecord[] } {
  const sealed: EntryRecord[] = [];
  let end = head;
  for (const entry of entries) {
    const seq = end.seq + 1;
    const open = {
      ...entry,
      _id: `${of._id}.${seq}`,
      case: of._id,
      unit: of.unit,
      seq,
      previousHash: end.hash,
      hash: '',
    };
    const hash = hashOf(open);
    sealed.push({ ...open, hash });
    end = { _id: of._id, seq, hash };
  }
  return { head: end, sealed };
}

/** Why the entry cannot follow that head; `undefined` when it fits. */
export function flawOf(entry: EntryRecord, head: ChainHead): string | undefined {
  if (entry.seq !== head.seq + 1) return `expected seq ${head.seq + 1} but found ${entry.seq}`;
  if (entry._id !== `${entry.case}.${entry.seq}`) return 'its id does not name its case and seq';
  if (entry.previousHash !== head.hash) return 'its previousHash is not the hash of the entry before';
  return hashOf(entry) === entry.hash ? undefined : 'its hash does not fit its fields';
}
