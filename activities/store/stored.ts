import type { CaseRecord, TaskRecord } from './records.ts';
import { noTerm } from './limits.ts';

/** A case with what only the store needs: its place in the register of numbers and the words it is found by. */
export type StoredCase = CaseRecord & { register: string; ordinal: number; search: string[] };
/** A task with the key the inbox is sorted by, and how often a draft of it was saved. */
export type StoredTask = TaskRecord & { sortOn: string; saves?: number };
/** The last number given in a register of cases, or to the versions of a procedure. */
export type Counter = { _id: string; last: number };

export const sortedOn = ({ dueOn }: Pick<TaskRecord, 'dueOn'>): string => dueOn ?? noTerm;
export const storedTask = (task: TaskRecord): StoredTask => ({ ...task, sortOn: sortedOn(task) });

export const caseOf = ({
  register: _register,
  ordinal: _ordinal,
  search: _search,
  ...record
}: StoredCase): CaseRecord => record;
export const taskOf = ({ sortOn: _sortOn, saves: _saves, ...record }: StoredTask): TaskRecord => record;
