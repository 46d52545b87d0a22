import { z } from 'zod';
import { caseScope, scopeOf } from '../../activities/store/scope.ts';
import { isIssued } from '../../activities/casework/documents.ts';
import { fail, ok } from '../../processes/language/failure.ts';
import { id } from '../schemas/words.ts';
import { mayAct, scopeFor } from '../auth/abilities.ts';
import type { AppDeps } from '../deps.ts';
import type { FailureCode, Result } from '../../processes/language/failure.ts';
import type { Scope } from '../../activities/store/scope.ts';
import type { TaskId } from '../../processes/language/ids.ts';
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
  const person = visit.actor.person.id;
  const own = caseScope(found.value.case.id).condition;
  const wider = scopeOf({ $or: [own, { person }] }, 'task of the applicant');
  const task = await office.task(wider, visit.actor, taskId);
  return task.ok ? ok({ task: onlyIssued(task.value), scope: wider, mayAct: true }) : task;
}

/** The same, refused with `forbidden` when the visitor holds none of the roles the task waits for. */
export async function actableTask(deps: AppDeps, visit: Visit, taskId: TaskId): Promise<Result<ProvenTask>> {
  const seen = await seenTask(deps, visit, taskId);
  return seen.ok && !seen.value.mayAct ? fail('forbidden') : seen;
}

const onlyIssued = (task: TaskView): TaskView => ({ ...task, documents: task.documents.filter(isIssued) });
