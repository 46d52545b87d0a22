import { fail, ok } from '../../../processes/language/failure.ts';
import type { PersonId, TaskId } from '../../../processes/language/ids.ts';
import type { Result } from '../../../processes/language/failure.ts';
import type { NewEntry, Store } from '../store.ts';
import type { Scope } from '../scope.ts';
import type { StoredTask } from '../stored.ts';
import type { TaskRecord } from '../records.ts';
import type { Tables } from './tables.ts';
import { largestTotal } from '../limits.ts';
import { append } from './record.ts';
import { heldBy, holding } from '../holding.ts';
import { pageOf, taskCondition } from '../filters.ts';
import { sortedBy } from './tables.ts';
import { storedTask, taskOf } from '../stored.ts';

const inOrder = (rows: StoredTask[]): StoredTask[] =>
  sortedBy(rows, [
    [({ sortOn }) => sortOn, 1],
    [({ openedAt }) => openedAt, 1],
    [({ _id }) => _id, 1],
  ]);

export function memoryTasks(tables: Tables): Store['tasks'] {
  const { tasks } = tables;
  const hold =
    (wanted: 'claimed' | 'released') =>
    async (scope: Scope, id: TaskId, person: PersonId, entry: NewEntry): Promise<Result<TaskRecord>> => {
      const found = tasks.one(scope, id);
      const held = holding(found && taskOf(found), person, wanted);
      if (!held.ok) return held;
      if (!held.value.change) return ok(held.value.task);
      const task = heldBy(held.value.task, wanted === 'claimed' ? person : undefined);
      tasks.put(storedTask(task));
      append(tables, task.case, [entry]);
      return ok(task);
    };
  return {
    async find(scope, id) {
      const found = tasks.one(scope, id);
      return found && taskOf(found);
    },
    async list(scope, filter) {
      const rows = inOrder(tasks.within(scope, taskCondition(filter)));
      const { skip, limit } = pageOf(filter);
      return { rows: rows.slice(skip, skip + limit).map(taskOf), total: Math.min(rows.length, largestTotal) };
    },
    async openOf(scope, caseId) {
      return inOrder(tasks.within(scope, { case: caseId, state: 'open' })).map(taskOf);
    },
    claim: hold('claimed'),
    release: hold('released'),
  };
}

export const memoryDrafts = ({ drafts, tasks }: Tables): Store['drafts'] => ({
  async find(scope, task, person) {
    return drafts.within(scope, { task, person }).at(0);
  },
  async save(scope, { task: taskId, person, data, at, revision }) {
    const task = tasks.one(scope, taskId);
    if (!task) return fail('notFound');
    if (task.state !== 'open') return fail('taskClosed');
    const id = `${taskId}:${person}`;
    if ((drafts.get(id)?.revision ?? 0) !== revision) return fail('conflict');
    const saved = { _id: id, task: taskId, unit: task.unit, person, data, savedAt: at, revision: revision + 1 };
    drafts.put(saved);
    return ok(saved);
  },
  async ofPerson(scope, person) {
    return drafts.within(scope, { person }).map(({ task }) => task);
  },
});
