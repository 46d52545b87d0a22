import type { DefinitionHash } from '../../../processes/language/ids.ts';
import type { Effect, InstanceId } from '../contract.ts';
import type { NodeOf, ProcessGraph } from '../graph.ts';
import type { Run } from '../run.ts';
import type { EngineState } from '../state.ts';
import { throwMessage } from '../throwing.ts';
import { evaluateIn, visibleIn } from '../variables.ts';
import { complete, failed, unexpected, wait, type Element, type Outcome } from './element.ts';

type WorkKind = 'serviceTask' | 'sendTask' | 'intermediateThrowEvent' | 'endEvent';
type Working = NodeOf<WorkKind>;

export const isWork = (node: ProcessGraph['nodes'][string]): node is Working & { handler: string } =>
  'handler' in node && node.handler !== undefined;

/** The call of a handler: its input is the input mapping's result or, without one, every variable it sees. */
export const workOf = (
  state: EngineState,
  node: Working,
  id: InstanceId,
): Extract<Effect, { kind: 'activityStarted' }> => ({
  kind: 'activityStarted',
  instance: id,
  element: node.id,
  name: node.name,
  handler: node.handler ?? '',
  ...(node.of === undefined ? {} : { definition: node.of as DefinitionHash }),
  input: state.instances[id]?.locals ?? visibleIn(state, state.instances[id]?.scope ?? '0'),
  headers: node.headers ?? {},
  retry: node.retry ?? { maximumAttempts: 1, backoff: 'PT0S' },
});

/** A send task without a handler sends its message inside the case. */
const sendInside = (run: Run, node: Working, id: InstanceId): Outcome => {
  if (node.kind !== 'sendTask' || node.message === undefined) return complete();
  const key = node.key && evaluateIn(run, id, node.key);
  if (key && !key.ok) return failed(key);
  throwMessage(run, id, node.message, run.state.instances[id]?.locals ?? {}, key?.value);
  return run.state.instances[id] ? complete() : wait;
};

/** Has a registered handler do the work outside. */
export const work: Element<Working> = {
  enter: (run, node, id) => {
    if (!isWork(node)) return sendInside(run, node, id);
    run.effects.push(workOf(run.state, node, id));
    return wait;
  },
  resume: (_run, node, _id, signal) =>
    signal.kind === 'activityCompleted' ? complete(signal.output) : unexpected(node, signal),
  cancel: (run, node, id) => {
    if (isWork(node)) run.effects.push({ kind: 'activityCancelled', instance: id });
  },
};
