import type { Database } from './database.ts';
import type { ProjectedStep } from '../../../workflows/ports.ts';
import type { Store } from '../store.ts';
import type { StoredCase } from '../stored.ts';
import type { UnitId } from '../../../processes/language/ids.ts';
import type { UnitRecord } from '../records.ts';
import { atomically } from './transaction.ts';
import { closedTasks, needsDepartment, openedTasks } from '../projected-tasks.ts';
import { entriesOf } from '../projected-entries.ts';
import { isNext, projectCase } from '../projection.ts';
import { link } from './record.ts';
import { storedTask } from '../stored.ts';
import { systemScope } from '../scope.ts';

const within = { scope: systemScope('store') };

const departmentId = async ({ units }: Database): Promise<UnitId | undefined> =>
  (await units.findOne({ kind: 'department' }).lean<UnitRecord>())?._id;

async function closeTasks({ tasks, drafts }: Database, step: ProjectedStep): Promise<void> {
  const closings = closedTasks(step);
  for (const { _id, ...closing } of closings)
    await tasks.updateOne({ _id, state: 'open' }, { $set: closing }).setOptions(within);
  if (closings.length > 0) await drafts.deleteMany({ task: { $in: closings.map(({ _id }) => _id) } }, within);
}

async function project(database: Database, step: ProjectedStep): Promise<void> {
  const before = await database.cases.findOne({ _id: step.caseId }, null, within).lean<StoredCase>();
  if (!before) throw new Error(`Expected case ${step.caseId} to be stored, but it is not`);
  if (!isNext(before, step)) return;
  const after = { ...before, ...projectCase(before, step) };
  const opened = openedTasks(after, step, needsDepartment(step) ? await departmentId(database) : undefined);
  await database.cases.replaceOne({ _id: before._id, seq: before.seq }, after, within);
  if (opened.length > 0) await database.tasks.insertMany(opened.map(storedTask));
  await closeTasks(database, step);
  await link(database, before, entriesOf(step));
}

/** One step, one transaction; a step seen before is left alone, one that comes too early throws. */
export const projectIn =
  (database: Database): Store['cases']['project'] =>
  (step) =>
    atomically(database, () => project(database, step));
