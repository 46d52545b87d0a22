import type { InstanceId } from './contract.ts';
import { behaviourOf } from './elements/behaviour.ts';
import { resolveIncident } from './incidents.ts';
import { instanceOf, isWorking, nodeOf, type Run } from './run.ts';
import { withdraw } from './waits.ts';

/** Who resolves an incident whose element is interrupted. */
const engine = 'system:engine';

/** Takes an element instance out of the state, with all that waits for it and, for a subprocess, all inside it. */
export const leave = (run: Run, id: InstanceId, how: 'completed' | 'cancelled'): void => {
  const instance = instanceOf(run, id);
  const node = nodeOf(run.graph, instance.element);
  if (how === 'cancelled' && isWorking(instance)) behaviourOf(run, node).cancel(id);
  withdraw(run, id);
  resolveIncident(run, id, engine);
  if (run.state.scopes[id]) closeScope(run, id);
  delete run.state.instances[id];
  run.effects.push({ kind: 'elementLeft', instance: id, element: instance.element, at: run.now, how });
};

/** Cancels everything in a scope but `except`: running elements, tokens on their way and tokens waiting at joins. */
export const clearScope = (run: Run, scope: InstanceId, except?: InstanceId): void => {
  for (const [id, instance] of Object.entries(run.state.instances))
    if (instance.scope === scope && id !== except) leave(run, id, 'cancelled');
  const kept = run.queue.filter((arrival) => arrival.scope !== scope);
  run.queue.splice(0, run.queue.length, ...kept);
  const record = run.state.scopes[scope];
  if (record) run.state.scopes[scope] = { ...record, arrived: {} };
};

const closeScope = (run: Run, scope: InstanceId): void => {
  clearScope(run, scope);
  delete run.state.scopes[scope];
};
