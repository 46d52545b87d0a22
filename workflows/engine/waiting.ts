import type { JsonObject } from '../../processes/language/ids.ts';
import type { Failure } from '../../processes/language/failure.ts';
import type { Effect, Input, InstanceId, OpenTask } from './contract.ts';
import { taskOf } from './elements/user-task.ts';
import { isWork, workOf } from './elements/work.ts';
import type { GraphNode, ProcessGraph } from './graph.ts';
import { isWorking, nodeOf } from './run.ts';
import { rootScope, type EngineState } from './state.ts';
import { visibleIn } from './variables.ts';

/** Element instances whose work is outside now, in order of activation. */
const working = (graph: ProcessGraph, state: EngineState): [InstanceId, GraphNode][] =>
  Object.entries(state.instances)
    .filter(([, instance]) => isWorking(instance))
    .map(([id, { element }]) => [id, nodeOf(graph, element)]);

/** The user tasks that can be completed now, in order of activation. Tasks of one scope share what is visible in it. */
export const openTasks = (graph: ProcessGraph, state: EngineState): OpenTask[] => {
  const visible = new Map<InstanceId, JsonObject>();
  const seenFrom = (scope: InstanceId): JsonObject => {
    const seen = visible.get(scope) ?? visibleIn(state, scope);
    visible.set(scope, seen);
    return seen;
  };
  return working(graph, state).flatMap(([id, node]) =>
    node.kind === 'userTask' ? [taskOf(state, node, id, seenFrom)] : [],
  );
};

/** The handler calls whose answer is awaited; an input without a mapping is made of the variables as they are now. */
export const pendingActivities = (
  graph: ProcessGraph,
  state: EngineState,
): Extract<Effect, { kind: 'activityStarted' }>[] =>
  working(graph, state).flatMap(([id, node]) => (isWork(node) ? [workOf(state, node, id)] : []));

/**
 * Why an input cannot be taken now, or nothing; changes nothing. For validators, which refuse without writing history.
 * `caseClosed`; `caseSuspended`; `taskClosed` for a task that was open once; `notAwaited` for a message or signal nothing waits for,
 * unless it was taken before (then it is accepted again and changes nothing); `conflict` for an operation that is already
 * done; `unknownReference` for an element that the token cannot be put before; `notFound` for what never was.
 */
export const refuse = (graph: ProcessGraph, state: EngineState, input: Input): Failure | undefined => {
  if (state.status === 'ended') return { failure: 'caseClosed' };
  switch (input.kind) {
    case 'taskCompleted':
      return state.suspended ? { failure: 'caseSuspended' } : refuseTask(graph, state, input.instance);
    case 'messageArrived':
      return refuseMessage(graph, state, input);
    case 'signalArrived':
      return refuseSignal(graph, state, input);
    case 'incidentRetried':
      return state.incidents[input.incident] ? undefined : { failure: 'notFound' };
    case 'tokenMoved':
    case 'tokenEnded':
    case 'tokenAdded':
      return refuseToken(graph, state, input);
    case 'variablesCorrected':
      return isScope(state, input.scope) ? undefined : { failure: 'notFound' };
    case 'caseSuspended':
      return state.suspended ? { failure: 'conflict' } : undefined;
    case 'caseResumed':
      return state.suspended ? undefined : { failure: 'conflict' };
    case 'caseCancelled':
    case 'start':
    case 'timerFired':
    case 'activityCompleted':
    case 'activityErred':
    case 'activityFailed':
      return undefined;
  }
};

const isScope = (state: EngineState, scope: InstanceId = rootScope): boolean => {
  const record = state.scopes[scope];
  return record !== undefined && !record.ended && record.begun !== false;
};

type OfToken = Extract<Input, { kind: 'tokenMoved' | 'tokenAdded' | 'tokenEnded' }>;

/** A token is put only before an element of the very container its scope is of: elsewhere its variables would be missing. */
const refuseToken = (graph: ProcessGraph, state: EngineState, input: OfToken): Failure | undefined => {
  const instance = input.kind === 'tokenAdded' ? undefined : state.instances[input.instance];
  if (input.kind !== 'tokenAdded' && (!instance || instance.beside || instance.inner)) return { failure: 'notFound' };
  if (input.kind === 'tokenEnded') return undefined;
  const scope = input.kind === 'tokenAdded' ? (input.scope ?? rootScope) : (instance?.scope ?? '');
  if (!isScope(state, scope)) return { failure: 'notFound' };
  const node = graph.nodes[input.to];
  const placed = node && node.kind !== 'boundaryEvent' && node.kind !== 'eventSubProcess';
  const fits = placed && node.scope === state.scopes[scope]?.element;
  return fits
    ? undefined
    : { failure: 'unknownReference', detail: `No token can be put before ${input.to} in this scope` };
};

const refuseMessage = (
  graph: ProcessGraph,
  state: EngineState,
  { name, messageId, keep }: Extract<Input, { kind: 'messageArrived' }>,
): Failure | undefined => {
  if (!graph.messages.includes(name)) return { failure: 'notFound' };
  const awaited = Object.values(state.subscriptions).some(({ message }) => message === name);
  return awaited || keep || state.messageIds.includes(messageId) ? undefined : { failure: 'notAwaited' };
};

const refuseSignal = (
  graph: ProcessGraph,
  state: EngineState,
  { signal, id }: Extract<Input, { kind: 'signalArrived' }>,
): Failure | undefined => {
  if (!graph.signals?.includes(signal)) return { failure: 'notFound' };
  const awaited = Object.values(state.subscriptions).some((wait) => wait.signal === signal);
  return awaited || (id !== undefined && state.messageIds.includes(id)) ? undefined : { failure: 'notAwaited' };
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
