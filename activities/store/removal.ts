import type { Sha256 } from '../../processes/language/ids.ts';
import type { Deletion, DocumentRecord, DraftRecord, MessageRecord, TaskRecord } from './records.ts';
import type { NewEntry } from './store.ts';
import type { StoredCase } from './stored.ts';
import { canonicalHash } from './content-hash.ts';
import { searchWords } from './search-words.ts';

/** All that is removed with a case. */
export type Removed = {
  case: StoredCase;
  tasks: TaskRecord[];
  drafts: DraftRecord[];
  documents: DocumentRecord[];
  messages: MessageRecord[];
};

const byId = <Row extends { _id: string }>(rows: Row[]): Row[] => rows.toSorted((a, b) => (a._id < b._id ? -1 : 1));

/** The hash by which anybody who still has what was removed can prove that it was that. */
const hashOf = ({ case: record, tasks, drafts, documents, messages }: Removed): Sha256 =>
  canonicalHash({
    case: record,
    tasks: byId(tasks),
    drafts: byId(drafts),
    documents: byId(documents),
    messages: byId(messages),
  });

/** What is left of a case: the number, which stays used, and who removed the rest, when and why. */
export function tombstoneOf(
  removed: Removed,
  by: Omit<Deletion, 'hash'>,
): { deletion: Deletion; tombstone: StoredCase; entry: NewEntry } {
  const { _id, number, register, ordinal, procedureId, definition, version, unit, seq, filedOn, startedAt, term } =
    removed.case;
  const deletion = { ...by, hash: hashOf(removed) };
  const tombstone: StoredCase = {
    _id,
    number,
    register,
    ordinal,
    procedureId,
    definition,
    version,
    unit,
    seq,
    filedOn,
    startedAt,
    term,
    search: searchWords(number, undefined),
    status: 'completed',
    outcome: 'deleted',
    closedAt: by.at,
    codeHash: 'none',
    stagesPassed: [],
    parameters: [],
    variables: {},
    steps: [],
    flowsTaken: [],
    incidents: [],
    waiting: [],
    deleted: deletion,
  };
  const entry = { at: by.at, actor: by.by, action: 'caseDeleted', about: by.reason, payloadHash: deletion.hash };
  return { deletion, tombstone, entry };
}
