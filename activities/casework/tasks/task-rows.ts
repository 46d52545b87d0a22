import { localDateOf } from '../../../processes/language/zone.ts';
import { workingDaysBetween } from '../../../processes/language/calendar.ts';
import type { Actor } from '../../../processes/language/party.ts';
import type { Desk } from '../deps.ts';
import type { Instant, LocalDate, TaskId } from '../../../processes/language/ids.ts';
import type { Page, TaskFilter } from '../../store/store.ts';
import type { Scope } from '../../store/scope.ts';
import type { TaskRecord } from '../../store/records.ts';
import type { TaskRow } from '../../../processes/language/case.ts';

/** Working days from today to a date; negative when it has passed. */
export const workingDaysLeft = (now: Instant, dueOn: LocalDate): number => workingDaysBetween(localDateOf(now), dueOn);

/** A task as lists show it. `drafts` are the ids on which the reader has a draft. */
export async function taskRow(desk: Desk, task: TaskRecord, drafts: Set<TaskId>): Promise<TaskRow> {
  const { procedure } = await desk.directory.definition(task.definition);
  const now = desk.clock().toISOString();
  return {
    id: task._id,
    case: { id: task.case, number: task.number },
    procedure: { id: procedure.id, title: procedure.title },
    unit: { id: task.unit, name: await desk.directory.unitName(task.unit) },
    element: task.element,
    name: task.name,
    candidate: task.candidate,
    openedAt: task.openedAt,
    progress: drafts.has(task._id) ? 'draft' : task.assignee ? 'claimed' : 'new',
    ...(task.subject === undefined ? {} : { subject: task.subject }),
    ...(task.assignee === undefined
      ? {}
      : { assignee: { id: task.assignee, name: await desk.directory.personName(task.assignee) } }),
    ...(task.dueOn === undefined
      ? {}
      : {
          due: {
            on: task.dueOn,
            workingDaysLeft: workingDaysLeft(now, task.dueOn),
            ...(task.dueBasis === undefined ? {} : { basis: task.dueBasis }),
          },
        }),
  };
}

/** Ids of the tasks on which a person has saved a draft. */
export const draftsOf = async (desk: Desk, scope: Scope, actor: Actor): Promise<Set<TaskId>> =>
  actor.kind === 'staff' || actor.kind === 'parent'
    ? new Set(await desk.store.drafts.ofPerson(scope, actor.person.id))
    : new Set();

export async function inbox(desk: Desk, scope: Scope, actor: Actor, filter: TaskFilter): Promise<Page<TaskRow>> {
  const [page, drafts] = await Promise.all([desk.store.tasks.list(scope, filter), draftsOf(desk, scope, actor)]);
  return { total: page.total, rows: await Promise.all(page.rows.map((task) => taskRow(desk, task, drafts))) };
}
