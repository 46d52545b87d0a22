import { fail, ok } from '../../../processes/language/failure.ts';
import type { Database } from './database.ts';
import type { DraftRecord, TaskRecord } from '../records.ts';
import type { NewEntry, Store } from '../store.ts';
import type { PersonId, TaskId } from '../../../processes/language/ids.ts';
import type { Result } from '../../../processes/language/failure.ts';
import type { Scope } from '../scope.ts';
import type { StoredTask } from '../stored.ts';
import { atomically } from './transaction.ts';
import { heldBy, holding } from '../holding.ts';
import { countingOptions } from './counting.ts';
import { link } from './record.ts';
import { pageOf, taskCondition } from '../filters.ts';
import { taskOf } from '../stored.ts';

const inboxOrder = { sortOn: 1, openedAt: 1, _id: 1 } as const;

export function mongoTasks(database: Database): Store['tasks'] {
  const { tasks } = database;
  const find = async (scope: Scope, id: TaskId): Promise<TaskRecord | undefined> => {
    const found = await tasks.findOne({ _id: id }, null, { scope }).lean<StoredTask>();
    return found ? taskOf(found) : undefined;
  };
  const hold =
    (wanted: 'claimed' | 'released') =>
    (scope: Scope, id: TaskId, person: PersonId, entry: NewEntry): Promise<Result<TaskRecord>> =>
      atomically(database, async (bare) => {
        const held = holding(await find(scope, id), person, wanted);
        if (!held.ok) return held;
        if (!held.value.change) return ok(held.value.task);
        const task = heldBy(held.value.task, wanted === 'claimed' ? person : undefined);
        // Only this field: what else is kept of a task, such as how often a draft was saved, stays.
        const change = wanted === 'claimed' ? { $set: { assignee: person } } : { $unset: { assignee: true } };
        await tasks.updateOne({ _id: id }, change).setOptions({ scope });
        await link(bare, [{ to: { _id: task.case, unit: task.unit }, entries: [entry] }]);
        return ok(task);
      });
  return {
    find,
    async list(scope, filter) {
      const condition = taskCondition(filter);
      const [rows, total] = await Promise.all([
        tasks
          .find(condition, null, { scope, ...pageOf(filter) })
          .sort(inboxOrder)
          .lean<StoredTask[]>(),
        tasks.countDocuments(condition, { scope, ...countingOptions(scope, condition) }),
      ]);
      return { rows: rows.map(taskOf), total };
    },
    async openOf(scope, caseId) {
      const open = tasks.find({ case: caseId, state: 'open' }, null, { scope }).sort(inboxOrder);
      return (await open.lean<StoredTask[]>()).map(taskOf);
    },
    claim: hold('claimed'),
    release: hold('released'),
  };
}

export const mongoDrafts = (database: Database): Store['drafts'] => ({
  async find(scope, task, person) {
    return (await database.drafts.findOne({ task, person }, null, { scope }).lean<DraftRecord>()) ?? undefined;
  },
  save: (scope, { task: id, person, data, at, revision }) =>
    atomically(database, async () => {
      const { tasks, drafts } = database;
      // Writing to the task makes a draft conflict with the step that closes it, so that none outlives its task.
      const task = await tasks.findOneAndUpdate({ _id: id }, { $inc: { saves: 1 } }, { scope }).lean<StoredTask>();
      if (!task) return fail('notFound');
      if (task.state !== 'open') return fail('taskClosed');
      const _id = `${id}:${person}`;
      const before = await drafts.findOne({ _id }, null, { scope }).lean<DraftRecord>();
      if ((before?.revision ?? 0) !== revision) return fail('conflict');
      const saved = { _id, task: id, unit: task.unit, person, data, savedAt: at, revision: revision + 1 };
      await drafts.replaceOne({ _id }, saved, { scope, upsert: true });
      return ok(saved);
    }),
  async ofPerson(scope, person) {
    const found = await database.drafts.find({ person }, { task: 1 }, { scope }).lean<Pick<DraftRecord, 'task'>[]>();
    return found.map(({ task }) => task);
  },
});
