import type { CaseRecord, TaskRecord } from './records.ts';
import { noTerm } from './limits.ts';

/** A case with what only the store needs: its place in the register of numbers and the words it is found by. */
export type StoredCase = CaseRecord & { register: string; ordinal: number; search: string[] };
/** A task with the key the inbox is sorted by. */
export type StoredTask = TaskRecord & { sortOn: string };
/** Counts numbers of cases by register, and versions of definitions by `procedure:<id>`. */
export type Counter = { _id: string; last: number };

export const storedTask = (task: TaskRecord): StoredTask => ({ ...task, sortOn: task.dueOn ?? noTerm });

export const caseOf = ({
  register: _register,
  ordinal: _ordinal,
  search: _search,
  ...record
}: StoredCase): CaseRecord => record;
export const taskOf = ({ sortOn: _sortOn, ...record }: StoredTask): TaskRecord => record;

export const versionCounter = (procedureId: string): string => `procedure:${procedureId}`;
