import { z } from 'zod';
import { caseScope, scopeOf } from '../../activities/store/scope.ts';
import { isIssued } from '../../activities/casework/documents.ts';
import { fail, ok } from '../../processes/language/failure.ts';
import { id } from '../schemas/words.ts';
import { mayAct, scopeFor } from '../auth/abilities.ts';
import type { AppDeps } from '../deps.ts';
import type { FailureCode, Result } from '../../processes/language/failure.ts';
import type { Scope } from '../../activities/store/scope.ts';
import type { CaseId, PersonId, TaskId } from '../../processes/language/ids.ts';
import type { TaskForm } from '../../activities/casework/office.ts';
import type { TaskView } from '../../processes/language/case.ts';
import type { Visit } from '../http/visit.ts';

export type ProvenTask = {
  task: TaskView;
  /** reaches the task, its drafts and its documents */ scope: Scope;
  mayAct: boolean;
};

export const taskParams = z.object({ taskId: id<TaskId>() });
export const taskFailures: FailureCode[] = [
  'notSignedIn',
  'notFound',
  'forbidden',
  'taskClosed',
  'taskClaimed',
  'forgedRequest',
];

/** A task the visitor may see, and whether they may act on it. `notFound` hides what is not theirs to know of. */
export async function seenTask({ office }: AppDeps, visit: Visit, taskId: TaskId): Promise<Result<ProvenTask>> {
  const scope = scopeFor(visit.abilities, 'read', 'task');
  const found = await office.task(scope, visit.actor, taskId);
  if (!found.ok) return found;
  const acts = mayAct(visit.abilities, found.value, visit.department?.id);
  if (visit.actor.kind !== 'parent') return ok({ task: found.value, scope, mayAct: acts });
  // The party sees only the tasks that are theirs, and of the documents only those that were issued.
  if (!acts) return fail('notFound');
  const wider = applicantScope(visit.actor.person.id, found.value.case.id);
  const task = await office.task(wider, visit.actor, taskId);
  return task.ok ? ok({ task: onlyIssued(task.value), scope: wider, mayAct: true }) : task;
}

/** Reaches the party's own case and their drafts. */
const applicantScope = (person: PersonId, caseId: CaseId): Scope =>
  scopeOf({ $or: [caseScope(caseId).condition, { person }] }, 'task of the applicant');

/** The form of a task that the visitor may complete; the same rules, and less to read than for the task's page. */
export async function actableForm(
  { office }: AppDeps,
  visit: Visit,
  taskId: TaskId,
): Promise<Result<{ task: TaskForm; scope: Scope }>> {
  const scope = scopeFor(visit.abilities, 'read', 'task');
  const found = await office.taskForm(scope, taskId);
  if (!found.ok) return found;
  const { actor } = visit;
  if (!mayAct(visit.abilities, found.value, visit.department?.id))
    return fail(actor.kind === 'parent' ? 'notFound' : 'forbidden');
  const task = found.value;
  return ok({ task, scope: actor.kind === 'parent' ? applicantScope(actor.person.id, task.case.id) : scope });
}

/** The same, refused with `forbidden` when the visitor holds none of the roles the task waits for. */
export async function actableTask(deps: AppDeps, visit: Visit, taskId: TaskId): Promise<Result<ProvenTask>> {
  const seen = await seenTask(deps, visit, taskId);
  return seen.ok && !seen.value.mayAct ? fail('forbidden') : seen;
}

const onlyIssued = (task: TaskView): TaskView => ({ ...task, documents: task.documents.filter(isIssued) });
