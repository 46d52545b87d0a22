import type {
  BlobRecord,
  DefinitionRecord,
  DocumentRecord,
  DraftRecord,
  EntryRecord,
  MessageRecord,
  PersonRecord,
  SessionRecord,
  SubmissionRecord,
  UnitRecord,
} from '../records.ts';
import type { Condition, Scope } from '../scope.ts';
import type { Counter, StoredCase, StoredTask } from '../stored.ts';
import type { ChainHead } from '../chain.ts';
import { matcher } from './matching.ts';
import { requireScope } from '../scope.ts';

export type Row = { _id: string };

/** One collection in memory. Rows go in and come out as copies, as they would over a wire. */
export class Table<Kept extends Row> {
  readonly #rows = new Map<string, Kept>();

  get(id: string): Kept | undefined {
    const row = this.#rows.get(id);
    return row && structuredClone(row);
  }

  put(row: Kept): void {
    this.#rows.set(row._id, structuredClone(row));
  }

  delete(id: string): void {
    this.#rows.delete(id);
  }

  /** in the order in which they were first put */
  where(...conditions: Condition[]): Kept[] {
    const matchers = conditions.map(matcher);
    return [...this.#rows.values()]
      .filter((row) => matchers.every((matches) => matches(row)))
      .map((row) => structuredClone(row));
  }

  within(scope: Scope, ...conditions: Condition[]): Kept[] {
    return this.where(requireScope(scope).condition, ...conditions);
  }

  one(scope: Scope, id: string): Kept | undefined {
    return this.within(scope, { _id: id }).at(0);
  }
}

export const createTables = () => ({
  cases: new Table<StoredCase>(),
  submissions: new Table<SubmissionRecord>(),
  tasks: new Table<StoredTask>(),
  drafts: new Table<DraftRecord>(),
  documents: new Table<DocumentRecord>(),
  blobs: new Table<BlobRecord>(),
  entries: new Table<EntryRecord>(),
  heads: new Table<ChainHead>(),
  registers: new Table<Counter>(),
  versions: new Table<Counter>(),
  definitions: new Table<DefinitionRecord>(),
  messages: new Table<MessageRecord>(),
  people: new Table<PersonRecord>(),
  units: new Table<UnitRecord>(),
  sessions: new Table<SessionRecord>(),
});
export type Tables = ReturnType<typeof createTables>;

/** The next number of that counter. */
export function counted(counters: Table<Counter>, id: string): number {
  const last = (counters.get(id)?.last ?? 0) + 1;
  counters.put({ _id: id, last });
  return last;
}

type Order = 1 | -1;
type Key = string | number | undefined;

/** Sorts by several keys, as MongoDB does: what is absent comes first. */
export const sortedBy = <Kept>(rows: Kept[], keys: [key: (row: Kept) => Key, order: Order][]): Kept[] =>
  rows.sort((a, b) => {
    for (const [key, order] of keys) {
      const [left = '', right = ''] = [key(a), key(b)];
      if (left !== right) return left < right ? -order : order;
    }
    return 0;
  });
