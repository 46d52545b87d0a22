import { actorRef } from '../actors.ts';
import { checkValue } from '../forms/field-check.ts';
import { fail } from '../../../processes/language/failure.ts';
import { localDateOf } from '../../../processes/language/zone.ts';
import type { Actor } from '../../../processes/language/party.ts';
import type { Desk } from '../deps.ts';
import type { ElementId, TaskId } from '../../../processes/language/ids.ts';
import { triggerOf } from '../../../workflows/engine/graph.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import type { Result } from '../../../processes/language/failure.ts';
import type { Scope } from '../../store/scope.ts';
import type { StepReceipt } from '../../../workflows/contract.ts';

/** The message by which whoever holds a task sends the work back. A model offers it by a boundary event on that task. */
export const returnMessage = 'zwrot';

export const canReturn = ({ nodes }: ProcessGraph, task: ElementId): boolean =>
  (nodes[task]?.attached ?? []).some((attached) => {
    const event = nodes[attached];
    return event?.kind === 'boundaryEvent' && triggerOf(event, 'message')?.message === returnMessage;
  });

/** Sends the work back for correction in place of completing the task; the reason reaches the case as `reason`. */
export async function returnTask(
  desk: Desk,
  scope: Scope,
  actor: Actor,
  id: TaskId,
  reason: string,
): Promise<Result<StepReceipt>> {
  if (actor.kind !== 'staff') return fail('forbidden');
  const task = await desk.store.tasks.find(scope, id);
  if (!task) return fail('notFound');
  if (task.state !== 'open') return fail('taskClosed');
  if (task.assignee && task.assignee !== actor.person.id) return fail('taskClaimed');
  const { graph } = await desk.directory.definition(task.definition);
  if (!canReturn(graph, task.element)) return fail('notAwaited');
  const today = localDateOf(desk.clock().toISOString());
  const field = {
    type: 'textarea',
    key: 'reason',
    label: 'reason',
    validate: { required: true, maxLength: 3000 },
  } as const;
  const { value = null, problem } = checkValue(field, reason, { variables: {}, schools: [], today });
  if (problem) return fail('invalidInput', { problems: [{ at: field.key, ...problem }] });
  return desk.engine.deliverMessage(task.case, {
    name: returnMessage,
    messageId: `${returnMessage}.${id}`,
    by: actorRef(actor),
    variables: { reason: value },
  });
}
