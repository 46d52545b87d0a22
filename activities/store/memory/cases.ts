import { fail, ok } from '../../../processes/language/failure.ts';
import type { ProjectedStep } from '../../../workflows/ports.ts';
import type { NewFiling, Store } from '../store.ts';
import type { Tables } from './tables.ts';
import { largestTotal } from '../limits.ts';
import { append } from './record.ts';
import { caseCondition, pageOf } from '../filters.ts';
import { caseOf, storedTask } from '../stored.ts';
import { changedTasks, closedTasks, needsDepartment, openedTasks } from '../projected-tasks.ts';
import { counted, sortedBy } from './tables.ts';
import { entriesOf } from '../projected-entries.ts';
import { filed, tooLarge } from '../filing.ts';
import { isNext, projectCase } from '../projection.ts';
import { registerId } from '../znak-sprawy.ts';
import { removeFrom } from './removing.ts';

function project(tables: Tables, step: ProjectedStep): void {
  const before = tables.cases.get(step.caseId);
  if (!before) throw new Error(`Expected case ${step.caseId} to be stored, but it is not`);
  if (!isNext(before, step)) return;
  const after = projectCase(before, step);
  const department = needsDepartment(step) ? tables.units.where({ kind: 'department' }).at(0)?._id : undefined;
  const opened = openedTasks(after, step, department);
  tables.cases.put(after);
  for (const task of opened) tables.tasks.put(storedTask(task));
  for (const change of changedTasks(after, step, department)) {
    const task = tables.tasks.get(change._id);
    if (task?.state !== 'open') continue;
    const { assignee, openedAt, saves } = task;
    const held = { ...(assignee === undefined ? {} : { assignee }), ...(saves === undefined ? {} : { saves }) };
    tables.tasks.put({ ...storedTask({ ...change, openedAt, state: 'open' }), ...held });
  }
  for (const closing of closedTasks(step)) {
    const task = tables.tasks.get(closing._id);
    if (task?.state === 'open') tables.tasks.put({ ...task, ...closing });
    for (const { _id } of tables.drafts.where({ task: closing._id })) tables.drafts.delete(_id);
  }
  append(tables, step.caseId, entriesOf(step));
}

function file(tables: Tables, filing: NewFiling): Awaited<ReturnType<Store['cases']['file']>> {
  const before = tables.submissions.get(filing.idempotencyKey);
  if (before) {
    const first = before.payloadHash === filing.payloadHash ? tables.cases.get(before.case) : undefined;
    return first ? ok({ case: caseOf(first), repeated: true }) : fail('idempotencyMismatch');
  }
  if (tooLarge(filing)) return fail('tooLarge');
  if (tables.cases.get(filing.case._id)) throw new Error(`Expected a new case but ${filing.case._id} is stored`);
  const all = filed(filing, counted(tables.registers, registerId(filing.register)));
  tables.cases.put(all.case);
  tables.submissions.put(all.submission);
  for (const document of all.documents) tables.documents.put(document);
  for (const blob of all.blobs) tables.blobs.put(blob);
  append(tables, all.case._id, all.entries);
  return ok({ case: caseOf(all.case), repeated: false });
}

export const memoryCases = (tables: Tables): Store['cases'] => ({
  file: async (filing) => file(tables, filing),
  async find(scope, id) {
    const found = tables.cases.one(scope, id);
    return found && caseOf(found);
  },
  async findByNumber(scope, number) {
    const [found] = tables.cases.within(scope, { number });
    return found && caseOf(found);
  },
  async list(scope, filter) {
    const rows = tables.cases.within(scope, caseCondition(filter));
    const { skip, limit } = pageOf(filter);
    const sorted = sortedBy(rows, [
      [({ startedAt }) => startedAt, -1],
      [({ _id }) => _id, -1],
    ]);
    return { rows: sorted.slice(skip, skip + limit).map(caseOf), total: Math.min(rows.length, largestTotal) };
  },
  async setApplicant(scope, id, applicant, entry) {
    const found = tables.cases.one(scope, id);
    if (!found) throw new Error(`Expected case ${id} to be visible, but it is not`);
    tables.cases.put({ ...found, applicant });
    for (const task of tables.tasks.where({ case: id })) tables.tasks.put({ ...task, applicant });
    append(tables, id, [entry]);
  },
  project: async (step) => project(tables, step),
  awaitingSignal: async (signal) =>
    tables.cases
      .where({})
      .filter(({ signals }) => signals?.some((wait) => wait.signal === signal))
      .map(({ _id }) => _id),
  remove: async (scope, id, by) => removeFrom(tables, scope, id, by),
});

export const memorySubmissions = ({ submissions }: Tables): Store['submissions'] => ({
  async unstarted(olderThan, limit) {
    const waiting = submissions.where({ state: 'stored', at: { $lt: olderThan } });
    return sortedBy(waiting, [[({ at }) => at, 1]]).slice(0, limit);
  },
  async markStarted(id) {
    const found = submissions.get(id);
    if (found) submissions.put({ ...found, state: 'started' });
  },
  async markFailed(id, error) {
    const found = submissions.get(id);
    if (found) submissions.put({ ...found, attempts: found.attempts + 1, lastError: error });
  },
});
