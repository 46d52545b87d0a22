import type { ElementId } from '../../processes/language/ids.ts';
import { leave } from './cancel.ts';
import type { InstanceId } from './contract.ts';
import { triggerOf, type GraphNode } from './graph.ts';
import { changeInstance, changeScope, instanceOf, nextId, nodeOf, send, type Run } from './run.ts';
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
  const { iteration, locals } = run.state.scopes[scope] ?? {};
  if (iteration !== undefined && locals) record.iteration = locals;
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
  for (const [scope, { owner, iteration }] of Object.entries(run.state.scopes))
    if (owner === id && iteration !== undefined) delete run.state.scopes[scope];
  const { undoing } = instanceOf(run, id);
  if (!undoing) return;
  const last = undoing.pending.at(-1);
  if (!last) return void run.resumptions.push({ instance: id, signal: { kind: 'undone' } });
  changeInstance(run, id, { undoing: { ...undoing, pending: undoing.pending.slice(0, -1) } });
  const { undo: handler } = nodeOf(run.graph, last.element);
  const scope = last.iteration ? iterationAgain(run, id, last, undoing.within) : undoing.within;
  if (handler !== undefined) send(run, { to: handler, scope, undoneFor: id });
  else undoInside(run, id, last, scope);
};

/** What undoes one iteration sees the counter and the item that it had. */
const iterationAgain = (run: Run, id: InstanceId, last: Undoable, within: InstanceId): InstanceId => {
  const own = nextId(run);
  const { element, iteration = {} } = last;
  const count = Number(iteration['loopCounter'] ?? 1);
  run.state.scopes[own] = { element, parent: within, owner: id, iteration: count, locals: iteration, arrived: {} };
  return own;
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
