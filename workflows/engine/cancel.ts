import type { InstanceId } from './contract.ts';
import { behaviourOf } from './elements/behaviour.ts';
import { engine, resolveIncident } from './incidents.ts';
import { changeScope, instanceOf, isWorking, nodeOf, ownerOf, type Arrival, type Run } from './run.ts';
import { withdraw } from './waits.ts';

/** An end event that is interrupted by what it threw has done what it is for. */
const howItLeft = (run: Run, id: InstanceId, how: 'completed' | 'cancelled'): 'completed' | 'cancelled' =>
  run.throwing === id && nodeOf(run.graph, instanceOf(run, id).element).kind === 'endEvent' ? 'completed' : how;

/** Takes an element instance out of the state, with all that waits for it and all that runs inside it. */
export const leave = (run: Run, id: InstanceId, how: 'completed' | 'cancelled'): void => {
  const { element, undoing, loop } = instanceOf(run, id);
  const left = howItLeft(run, id, how);
  if (how === 'cancelled' && isWorking(instanceOf(run, id))) behaviourOf(run, nodeOf(run.graph, element)).cancel(id);
  withdraw(run, id);
  resolveIncident(run, id, engine);
  for (const scope of Object.keys(run.state.scopes)) if (ownerOf(run.state, scope) === id) closeScope(run, scope);
  if (undoing) cancelWhere(run, ([, { undoneFor }]) => undoneFor === id);
  delete run.state.instances[id];
  run.effects.push({
    kind: 'elementLeft',
    instance: id,
    element,
    at: run.now,
    how: left,
    ...(loop ? { body: true as const } : {}),
  });
};

type Entry = [InstanceId, ReturnType<typeof instanceOf>];

/** Cancels the instances chosen, if they are still there when their turn comes. */
const cancelWhere = (run: Run, which: (entry: Entry) => boolean): void => {
  for (const entry of Object.entries(run.state.instances).filter(which))
    if (run.state.instances[entry[0]]) leave(run, entry[0], 'cancelled');
};

const forget = (queue: Arrival[], scope: InstanceId): void => {
  const kept = queue.filter((arrival) => arrival.scope !== scope);
  queue.splice(0, queue.length, ...kept);
};

/** Cancels everything in a scope but `except`: running elements, tokens on their way and tokens waiting at joins. */
export const clearScope = (run: Run, scope: InstanceId, except?: InstanceId): void => {
  cancelWhere(run, ([id, instance]) => instance.scope === scope && id !== except);
  forget(run.queue, scope);
  forget(run.later, scope);
  const { resetting: _, seen: __, ...record } = run.state.scopes[scope] ?? { arrived: {} };
  if ('element' in record) run.state.scopes[scope] = { ...record, arrived: {} };
};

/** Ends a scope with all that is in it. */
export const closeScope = (run: Run, scope: InstanceId): void => {
  clearScope(run, scope);
  withdraw(run, scope);
  delete run.state.scopes[scope];
};

/** No more event subprocess of the scope can begin. */
export const disarm = (run: Run, scope: InstanceId): void => withdraw(run, scope, ({ kind }) => kind === 'startEvent');

export const markEnded = (run: Run, scope: InstanceId): void => {
  disarm(run, scope);
  changeScope(run, scope, { ended: true });
};
