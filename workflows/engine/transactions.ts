import { clearScope, disarm, leave } from './cancel.ts';
import { triggerBoundary } from './catching.ts';
import type { InstanceId } from './contract.ts';
import { triggerOf, type NodeOf } from './graph.ts';
import { changeInstance, changeScope, instanceOf, nodeOf, ownerOf, type Run } from './run.ts';
import { closeWhenEmpty } from './scopes.ts';
import type { Undoable } from './state.ts';
import { undoNext } from './undo.ts';

/** From the event that cancels outwards: what holds it, the transaction last. */
const transactionAround = (run: Run, id: InstanceId): { transaction: InstanceId; path: InstanceId[] } | undefined => {
  const path = [id];
  for (let at = id; ;) {
    const owner = ownerOf(run.state, instanceOf(run, at).scope);
    if (owner === undefined) return undefined;
    const { element, loop } = instanceOf(run, owner);
    const node = nodeOf(run.graph, element);
    if (node.kind === 'subProcess' && node.transaction && !loop) return { transaction: owner, path };
    path.push(owner);
    at = owner;
  }
};

/** Stops everything beside `id` in its scope, and takes out what completed there. */
const stopBeside = (run: Run, id: InstanceId): Undoable[] => {
  const { scope } = instanceOf(run, id);
  clearScope(run, scope, id);
  disarm(run, scope);
  const { done = [] } = run.state.scopes[scope] ?? {};
  if (done.length > 0) changeScope(run, scope, { done: [] });
  return done;
};

/**
 * A transaction is cancelled: everything in it stops and what it completed is undone (10.5.6), first what completed in the
 * subprocesses that hold the event. `false`: nothing to undo.
 */
export const cancelTransaction = (run: Run, id: InstanceId): boolean => {
  const around = transactionAround(run, id);
  if (!around) return false;
  let pending: Undoable[] = [];
  for (const at of around.path) {
    const own = run.state.scopes[at];
    const { element } = instanceOf(run, at);
    const holder: Undoable[] = own
      ? [{ element, instance: at, container: own.element, locals: own.locals, inner: pending }]
      : pending;
    pending = [...stopBeside(run, at), ...(pending.length > 0 ? holder : [])];
  }
  if (pending.length === 0) return false;
  changeInstance(run, id, { undoing: { pending, within: around.transaction } });
  undoNext(run, id);
  return true;
};

/** Everything is undone: the transaction goes on at its cancel boundary event, or ends there. */
export const leaveTransaction = (run: Run, id: InstanceId): void => {
  const transaction = transactionAround(run, id)?.transaction;
  const { scope: own } = instanceOf(run, id);
  leave(run, id, 'completed');
  if (transaction === undefined) return closeWhenEmpty(run, own);
  // of one iteration: its boundary events are those of the activity as a whole
  const { scope: around, inner } = instanceOf(run, transaction);
  const host = (inner && ownerOf(run.state, around)) || transaction;
  const { element, scope } = instanceOf(run, host);
  const boundary = (nodeOf(run.graph, element).attached ?? [])
    .map((attached) => nodeOf(run.graph, attached))
    .find((node): node is NodeOf<'boundaryEvent'> => triggerOf(node, 'cancel') !== undefined);
  if (boundary) return triggerBoundary(run, host, boundary, {});
  leave(run, host, 'cancelled');
  closeWhenEmpty(run, scope);
};
