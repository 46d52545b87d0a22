import type { Effect, InstanceId } from '../contract.ts';
import type { NodeOf, ProcessGraph } from '../graph.ts';
import type { EngineState } from '../state.ts';
import { visibleIn } from '../variables.ts';
import { complete, unexpected, wait, type Element } from './element.ts';

type WorkKind = 'serviceTask' | 'sendTask' | 'messageThrowEvent' | 'messageEndEvent';

/** The call of a handler: its input is the input mapping's result or, without one, every variable it sees. */
export const workOf = (
  state: EngineState,
  node: NodeOf<WorkKind>,
  id: InstanceId,
): Extract<Effect, { kind: 'activityStarted' }> => ({
  kind: 'activityStarted',
  instance: id,
  element: node.id,
  name: node.name,
  handler: node.handler,
  input: state.instances[id]?.locals ?? visibleIn(state, state.instances[id]?.scope ?? '0'),
  headers: node.headers ?? {},
  retry: node.retry,
});

export const isWork = (node: ProcessGraph['nodes'][string]): node is NodeOf<WorkKind> => 'handler' in node;

/** Has a registered handler do the work outside; a message is sent the same way. */
export const work: Element<NodeOf<WorkKind>> = {
  enter: (run, node, id) => {
    run.effects.push(workOf(run.state, node, id));
    return wait;
  },
  resume: (_run, node, _id, signal) =>
    signal.kind === 'activityCompleted' ? complete(signal.output) : unexpected(node, signal),
  cancel: (run, _node, id) => void run.effects.push({ kind: 'activityCancelled', instance: id }),
};
