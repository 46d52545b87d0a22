import type { CaseId, UnitId } from '../../../processes/language/ids.ts';
import type { ProjectedStep } from '../../../workflows/ports.ts';
import type { ChainHead } from '../chain.ts';
import type { TaskClosing } from '../projected-tasks.ts';
import type { TaskRecord, UnitRecord } from '../records.ts';
import type { Store } from '../store.ts';
import type { StoredCase } from '../stored.ts';
import type { Bare } from './bare.ts';
import type { Database } from './database.ts';
import { isPassing } from './answering.ts';
import { changedTasks, closedTasks, needsDepartment, openedTasks } from '../projected-tasks.ts';
import { entriesOf } from '../projected-entries.ts';
import { inGroups } from './groups.ts';
import { isNext, projectCase } from '../projection.ts';
import { link } from './record.ts';
import { atomically } from './transaction.ts';
import { sortedOn, storedTask } from '../stored.ts';

type Before = StoredCase & { head: ChainHead[] };

const departmentId = async ({ units }: Database): Promise<UnitId | undefined> =>
  (await units.findOne({ kind: 'department' }).lean<UnitRecord>())?._id;

/** The cases as they are, each with the end of its chain, in one call. */
async function casesBefore({ cases }: Bare, ids: CaseId[]): Promise<Map<CaseId, Before>> {
  const head = { from: 'heads', localField: '_id', foreignField: '_id', as: 'head' };
  const found = await cases.aggregate<Before>([{ $match: { _id: { $in: ids } } }, { $lookup: head }]);
  return new Map(found.map((each) => [each._id, each]));
}

/**
 * Closes and opens tasks in one call. A task on which a draft was saved counts its saves: only where one of those is
 * closed are there drafts to remove, and only then is a second call needed.
 */
async function changeTasks({ tasks, drafts }: Bare, closings: TaskClosing[], opened: TaskRecord[]): Promise<void> {
  const closing = ({ _id, ...closed }: TaskClosing, more: { saves?: { $exists: false } }) => ({
    updateOne: { filter: { _id, state: 'open' as const, ...more }, update: { $set: closed } },
  });
  const opening = (task: TaskRecord) => ({
    updateOne: { filter: { _id: task._id }, update: { $setOnInsert: storedTask(task) }, upsert: true },
  });
  const changes = [...closings.map((one) => closing(one, { saves: { $exists: false } })), ...opened.map(opening)];
  if (changes.length === 0) return;
  const { matchedCount } = await tasks.change(changes);
  if (matchedCount >= closings.length) return;
  await tasks.change(closings.map((one) => closing(one, {})));
  await drafts.remove({ task: { $in: closings.map(({ _id }) => _id) } });
}

type TaskChange = ReturnType<typeof changedTasks>[number];

/** What the task had in the version before and has no more. */
const absent = (change: object): Record<string, ''> => {
  const optional = ['form', 'signature', 'dueOn', 'dueBasis'];
  return Object.fromEntries(optional.filter((name) => !Object.hasOwn(change, name)).map((name) => [name, '' as const]));
};

/** Open tasks as another version of the procedure has them. */
async function renewTasks({ tasks }: Bare, changes: TaskChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tasks.change(
    changes.map(({ _id, ...change }) => ({
      updateOne: {
        filter: { _id, state: 'open' as const },
        update: { $set: { ...change, sortOn: sortedOn(change) }, $unset: absent(change) },
      },
    })),
  );
}

async function project(database: Database, bare: Bare, steps: ProjectedStep[]): Promise<void> {
  const ids = steps.map(({ caseId }) => caseId);
  const found = await casesBefore(bare, ids);
  const taken = steps.flatMap((step) => {
    const known = found.get(step.caseId);
    if (!known) throw new Error(`Expected case ${step.caseId} to be stored, but it is not`);
    const { head, ...before } = known;
    return isNext(before, step) ? [{ step, before, head, after: projectCase(before, step) }] : [];
  });
  if (taken.length === 0) return;
  const department = taken.some(({ step }) => needsDepartment(step)) ? await departmentId(database) : undefined;
  await bare.cases.change(
    taken.map(({ before, after: { _id, ...replacement } }) => ({
      replaceOne: { filter: { _id, seq: before.seq }, replacement },
    })),
  );
  const closed = taken.flatMap(({ step }) => closedTasks(step));
  const opened = taken.flatMap(({ step, after }) => openedTasks(after, step, department));
  await changeTasks(bare, closed, opened);
  await renewTasks(
    bare,
    taken.flatMap(({ step, after }) => changedTasks(after, step, department)),
  );
  const added = taken.map(({ step, before }) => ({ to: before, entries: entriesOf(step) }));
  const heads = taken.flatMap(({ head }) => head);
  await link(bare, added, heads);
}

/**
 * A step seen before is left alone, one that comes too early throws. Steps of different cases that come at once share a
 * transaction: each of them is in it whole or not at all.
 */
export function projectIn(database: Database): Store['cases']['project'] {
  return inGroups<ProjectedStep, void>({
    keyOf: ({ caseId }) => caseId,
    sharing: false,
    lanes: 2,
    isOutOfReach: isPassing,
    async run(steps) {
      await atomically(database, (bare) => project(database, bare, steps));
      return steps.map(() => undefined);
    },
  });
}
