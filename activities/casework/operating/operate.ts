import { actorRef } from '../actors.ts';
import { fail, ok } from '../../../processes/language/failure.ts';
import { newId } from '../case-id.ts';
import { spreadSignal } from './spread-signal.ts';
import type { Actor } from '../../../processes/language/party.ts';
import type { CaseId, JsonObject } from '../../../processes/language/ids.ts';
import type { Deletion, DeletionReason } from '../../store/records.ts';
import type { Desk } from '../deps.ts';
import type { Operate, StepReceipt } from '../../../workflows/contract.ts';
import type { Result } from '../../../processes/language/failure.ts';
import type { Scope } from '../../store/scope.ts';

/** An operation before it is known who does it. */
export type OperationWanted = Operate extends infer Each
  ? Each extends Operate
    ? Omit<Each, 'by' | 'requestId'>
    : never
  : never;

/** Does to a running case what an operator wants; the same `requestId` again answers as before and changes nothing. */
export async function operate(
  desk: Desk,
  scope: Scope,
  actor: Actor,
  id: CaseId,
  wanted: { operation: OperationWanted; requestId?: string },
): Promise<Result<StepReceipt>> {
  const record = await desk.store.cases.find(scope, id);
  if (!record) return fail('notFound');
  if (record.deleted) return fail('caseClosed');
  const requestId = wanted.requestId ?? newId(desk.clock, desk.random);
  return desk.engine.operate(id, { ...wanted.operation, by: actorRef(actor), requestId });
}

/** Sends a signal to one case that waits for it. */
export async function signalCase(
  desk: Desk,
  scope: Scope,
  actor: Actor,
  id: CaseId,
  { name, signalId, data }: { name: string; signalId: string; data: JsonObject },
): Promise<Result<StepReceipt>> {
  if (!(await desk.store.cases.find(scope, id))) return fail('notFound');
  return desk.engine.deliverSignal(id, { signal: name, id: signalId, by: actorRef(actor), variables: data });
}

/** Sends a signal to every running case that waits for it; tells how many took it. */
export async function signalAll(
  desk: Desk,
  actor: Actor,
  { name, signalId, data }: { name: string; signalId: string; data: JsonObject },
): Promise<Result<{ taken: number }>> {
  const reachable = await desk.engine.ping();
  if (!reachable.ok) return reachable;
  return ok({ taken: await spreadSignal(desk, { id: signalId, signal: name, variables: data, by: actorRef(actor) }) });
}

/**
 * Removes a case that was begun by mistake: the engine forgets it, the store keeps its number and its record. The engine
 * comes first, so that nothing is removed that still runs; done twice, it answers the same.
 */
export async function removeCase(
  desk: Desk,
  scope: Scope,
  actor: Actor,
  id: CaseId,
  reason: DeletionReason,
): Promise<Result<Deletion>> {
  if (!(await desk.store.cases.find(scope, id))) return fail('notFound');
  const ended = await desk.engine.terminate(id, `removed: ${reason}`);
  if (!ended.ok) return ended;
  return desk.store.cases.remove(scope, id, { at: desk.clock().toISOString(), by: actorRef(actor), reason });
}
