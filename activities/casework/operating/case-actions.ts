import { actorRef } from '../actors.ts';
import { fail } from '../../../processes/language/failure.ts';
import { returnMessage } from '../tasks/return-task.ts';
import type { Actor } from '../../../processes/language/party.ts';
import type { CaseId, Json, JsonObject } from '../../../processes/language/ids.ts';
import type { Desk } from '../deps.ts';
import { triggerOf } from '../../../workflows/engine/graph.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import type { Result } from '../../../processes/language/failure.ts';
import type { Scope } from '../../store/scope.ts';
import type { StepReceipt } from '../../../workflows/contract.ts';

/** Whether the model says, by an output mapping, what it takes from a message. Without one, what came along would overwrite the case's own variables. */
const asksForData = ({ nodes }: ProcessGraph, name: string): boolean =>
  Object.values(nodes).some((node) => {
    const message = node.kind === 'receiveTask' ? node.message : triggerOf(node, 'message')?.message;
    return message === name && node.outputs !== undefined;
  });

/** Hands a message (an appeal, a withdrawal) to a case that waits for it; refused when nothing in the case does. */
export async function deliverMessage(
  desk: Desk,
  scope: Scope,
  actor: Actor,
  id: CaseId,
  message: { name: string; messageId: string; data: JsonObject; key?: Json; keep?: boolean },
): Promise<Result<StepReceipt>> {
  const record = await desk.store.cases.find(scope, id);
  if (!record) return fail('notFound');
  if (record.status === 'completed') return fail('caseClosed');
  // only from its task, by whoever may do that
  if (message.name === returnMessage) return fail('forbidden');
  const { graph } = await desk.directory.definition(record.definition);
  const unasked = Object.keys(message.data).map((at) => ({ at, code: 'unknownKey' }));
  if (unasked.length > 0 && !asksForData(graph, message.name)) return fail('invalidInput', { problems: unasked });
  return desk.engine.deliverMessage(id, {
    name: message.name,
    messageId: message.messageId,
    by: actorRef(actor),
    variables: message.data,
    ...(message.key === undefined ? {} : { key: message.key }),
    ...(message.keep ? { keep: true } : {}),
  });
}

/** Runs the step again on which an incident stands, with corrected variables where given. */
export async function retryIncident(
  desk: Desk,
  scope: Scope,
  actor: Actor,
  id: CaseId,
  retry: { incident: string; variables?: JsonObject },
): Promise<Result<StepReceipt>> {
  const record = await desk.store.cases.find(scope, id);
  if (!record) return fail('notFound');
  return desk.engine.retryIncident(id, { ...retry, by: actorRef(actor) });
}
