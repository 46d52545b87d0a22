import type { ElementId } from '../../processes/language/ids.ts';
import { clearScope, disarm, leave } from './cancel.ts';
import { triggerBoundary } from './catching.ts';
import type { InstanceId } from './contract.ts';
import { triggerOf, type GraphNode, type NodeOf } from './graph.ts';
import { changeInstance, changeScope, instanceOf, nextId, nodeOf, ownerOf, send, type Run } from './run.ts';
import { closeWhenEmpty, openScope, startOf } from './scopes.ts';
import type { Undoable } from './state.ts';

const undoSubProcessOf = (run: Run, container: ElementId): ElementId | undefined =>
  run.graph.containers[container]?.eventSubProcesses?.find((id) => triggerOf(startOf(run, id), 'compensation'));

/** The scope in which an activity is drawn, whatever loop it runs in. */
const drawnIn = (run: Run, scope: InstanceId): InstanceId => {
  const { iteration, parent } = run.state.scopes[scope] ?? {};
  return iteration !== undefined && parent !== undefined ? drawnIn(run, parent) : scope;
};

/**
 * Notes a completed activity that can be undone: it has a compensation handler, or a compensation event subprocess or
 * something undoable inside. What undoes something is not itself undone (BPMN 2.0.2, 13.5.5).
 */
export const remember = (run: Run, id: InstanceId, node: GraphNode): void => {
  const { scope, undoneFor, loop } = instanceOf(run, id);
  if (loop) return; // its iterations are undone, each for itself
  const own = run.state.scopes[id];
  const undoable = node.undo !== undefined || own?.done || (own && undoSubProcessOf(run, own.element));
  if (!undoable || undoneFor !== undefined) return;
  const record: Undoable = {
    element: node.id,
    instance: id,
    ...(own ? { container: own.element, locals: own.locals } : {}),
    ...(own?.done ? { inner: own.done } : {}),
  };
  const home = drawnIn(run, scope);
  changeScope(run, home, { done: [...(run.state.scopes[home]?.done ?? []), record] });
};

/**
 * Takes what a compensation event names out of what can be undone: that activity, or all of its scope. In an event
 * subprocess its scope is the one around it. `within`: where the handlers run.
 */
const collect = (
  run: Run,
  from: InstanceId,
  activity: ElementId | undefined,
): { pending: Undoable[]; within: InstanceId } => {
  const first = drawnIn(run, from);
  for (let scope: InstanceId | undefined = first; scope !== undefined; scope = run.state.scopes[scope]?.parent) {
    const { done = [], element } = run.state.scopes[scope] ?? {};
    const handled = element !== undefined && run.graph.nodes[element]?.kind === 'eventSubProcess';
    const chosen = activity === undefined ? done : done.filter((each) => each.element === activity);
    if (chosen.length === 0 && (handled || activity !== undefined)) continue;
    changeScope(run, scope, { done: done.filter((each) => !chosen.includes(each)) });
    return { pending: chosen, within: scope };
  }
  return { pending: [], within: first };
};

/** Begins to undo on behalf of an instance, which is resumed with `undone`. `false`: there is nothing to undo. */
export const undo = (run: Run, id: InstanceId, activity?: ElementId): boolean => {
  const undoing = collect(run, instanceOf(run, id).scope, activity);
  if (undoing.pending.length === 0) return false;
  const { undoing: before } = instanceOf(run, id);
  if (before) {
    changeInstance(run, id, { undoing: { ...before, pending: [...undoing.pending, ...before.pending] } });
    return true;
  }
  changeInstance(run, id, { undoing });
  undoNext(run, id);
  return true;
};

/** Undoes while the throwing event goes on: an instance of its own does it. */
export const undoBeside = (run: Run, id: InstanceId, activity?: ElementId): void => {
  const { element, scope } = instanceOf(run, id);
  const beside = nextId(run);
  run.state.instances[beside] = { element, scope, phase: 'active', enteredAt: run.now, beside: true };
  if (!undo(run, beside, activity)) delete run.state.instances[beside];
};

/** Undoes everything that a process completed, on nobody's behalf. `false`: there is nothing. */
export const undoAll = (run: Run, scope: InstanceId): boolean => {
  const { done = [] } = run.state.scopes[scope] ?? {};
  const last = done.at(-1)?.element;
  if (last === undefined) return false;
  const beside = nextId(run);
  const undoing = { pending: done, within: scope };
  run.state.instances[beside] = { element: last, scope, phase: 'active', enteredAt: run.now, beside: true, undoing };
  changeScope(run, scope, { done: [] });
  undoNext(run, beside);
  return true;
};

/** Undoes the next one, in reverse order of completion (13.5.5). */
export const undoNext = (run: Run, id: InstanceId): void => {
  const { undoing } = instanceOf(run, id);
  if (!undoing) return;
  const last = undoing.pending.at(-1);
  if (!last) return void run.resumptions.push({ instance: id, signal: { kind: 'undone' } });
  changeInstance(run, id, { undoing: { ...undoing, pending: undoing.pending.slice(0, -1) } });
  const { undo: handler } = nodeOf(run.graph, last.element);
  if (handler !== undefined) send(run, { to: handler, scope: undoing.within, undoneFor: id });
  else undoInside(run, id, last, undoing.within);
};

/** Opens the scope of a completed subprocess again, as it was, and undoes in it. */
const undoInside = (
  run: Run,
  id: InstanceId,
  { element, container, locals, inner }: Undoable,
  within: InstanceId,
): void => {
  const own = nextId(run);
  const called = nodeOf(run.graph, element).kind === 'callActivity';
  run.state.instances[own] = {
    element,
    scope: within,
    phase: 'active',
    enteredAt: run.now,
    undoneFor: id,
    beside: true,
  };
  openScope(run, own, {
    element: container ?? element,
    ...(called ? { process: true as const } : { parent: within }),
    owner: own,
    locals: locals ?? {},
    ...(inner ? { done: inner } : {}),
  });
  const by = undoSubProcessOf(run, container ?? element);
  if (by !== undefined) send(run, { to: by, scope: own, event: {} });
  else {
    changeScope(run, own, { done: [] });
    changeInstance(run, own, { undoing: { pending: inner ?? [], within: own } });
    undoNext(run, own);
  }
};

/** What undid beside the tokens has finished: tells whoever waits for it. */
export const finishUndoing = (run: Run, id: InstanceId): void => {
  const { undoneFor, scope } = instanceOf(run, id);
  leave(run, id, 'completed');
  if (undoneFor !== undefined && run.state.instances[undoneFor]) undoNext(run, undoneFor);
  else closeWhenEmpty(run, scope);
};

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
  const { element, scope } = instanceOf(run, transaction);
  const boundary = (nodeOf(run.graph, element).attached ?? [])
    .map((attached) => nodeOf(run.graph, attached))
    .find((node): node is NodeOf<'boundaryEvent'> => triggerOf(node, 'cancel') !== undefined);
  if (boundary) return triggerBoundary(run, transaction, boundary, {});
  leave(run, transaction, 'cancelled');
  closeWhenEmpty(run, scope);
};
