import type { Failure } from '../../processes/language/failure.ts';
import type { Effect, Input, InstanceId, OpenTask } from './contract.ts';
import { taskOf } from './elements/user-task.ts';
import { isWork, workOf } from './elements/work.ts';
import type { GraphNode, ProcessGraph } from './graph.ts';
import { isWorking, nodeOf } from './run.ts';
import type { EngineState } from './state.ts';

/** Element instances whose work is outside now, in order of activation. */
const working = (graph: ProcessGraph, state: EngineState): [InstanceId, GraphNode][] =>
  Object.entries(state.instances)
    .filter(([, instance]) => isWorking(instance))
    .map(([id, { element }]) => [id, nodeOf(graph, element)]);

/** The user tasks that can be completed now, in order of activation. */
export const openTasks = (graph: ProcessGraph, state: EngineState): OpenTask[] =>
  working(graph, state).flatMap(([id, node]) => (node.kind === 'userTask' ? [taskOf(state, node, id)] : []));

/** The handler calls whose answer is awaited; an input without a mapping is made of the variables as they are now. */
export const pendingActivities = (
  graph: ProcessGraph,
  state: EngineState,
): Extract<Effect, { kind: 'activityStarted' }>[] =>
  working(graph, state).flatMap(([id, node]) => (isWork(node) ? [workOf(state, node, id)] : []));

/**
 * Why an input cannot be taken now, or nothing; changes nothing. For validators, which refuse without writing history.
 * `caseClosed`; `taskClosed` for a task that was open once; `notAwaited` for a message nothing waits for, unless it was
 * taken before (then it is accepted again and changes nothing); `notFound` for what never was.
 */
export const refuse = (graph: ProcessGraph, state: EngineState, input: Input): Failure | undefined => {
  if (state.status === 'ended') return { failure: 'caseClosed' };
  if (input.kind === 'taskCompleted') return refuseTask(graph, state, input.instance);
  if (input.kind === 'messageArrived') return refuseMessage(graph, state, input);
  const known = input.kind !== 'incidentRetried' || state.incidents[input.incident] !== undefined;
  return known ? undefined : { failure: 'notFound' };
};

const refuseMessage = (
  graph: ProcessGraph,
  state: EngineState,
  { name, messageId }: Extract<Input, { kind: 'messageArrived' }>,
): Failure | undefined => {
  if (!graph.messages.includes(name)) return { failure: 'notFound' };
  const awaited = Object.values(state.subscriptions).some(({ message }) => message === name);
  return awaited || state.messageIds.includes(messageId) ? undefined : { failure: 'notAwaited' };
};

const refuseTask = (graph: ProcessGraph, state: EngineState, id: InstanceId): Failure | undefined => {
  const instance = state.instances[id];
  if (!instance) {
    const number = Number(id);
    const was = Number.isInteger(number) && number >= 1 && number <= state.counter;
    return { failure: was ? 'taskClosed' : 'notFound' };
  }
  if (nodeOf(graph, instance.element).kind !== 'userTask') return { failure: 'notFound' };
  return isWorking(instance) ? undefined : { failure: 'taskClosed' };
};
