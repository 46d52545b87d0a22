import type { ElementId, Instant, JsonObject } from '../../processes/language/ids.ts';
import type { Effect, Input, InstanceId } from './contract.ts';
import type { Elements, Signal } from './elements/element.ts';
import type { FlowId, GraphNode, ProcessGraph } from './graph.ts';
import type { ElementInstance, EngineState, Scope } from './state.ts';

/** A token on its way to an element. */
export type Arrival = {
  to: ElementId;
  scope: InstanceId;
  flow?: FlowId;
  /** what triggered it, when that happened before it was reached (boundary and start events) */ event?: JsonObject;
  /** it undoes something on behalf of that instance */ undoneFor?: InstanceId;
  /** one iteration of a loop */ inner?: true;
};

/**
 * One activation in the making. `state` is a draft: its maps are copies, the records in them are replaced, never changed,
 * so the state it began from stays as it was and nothing large is cloned.
 */
export type Run = {
  readonly graph: ProcessGraph;
  readonly elements: Elements;
  readonly now: Instant;
  readonly before: EngineState;
  readonly state: EngineState;
  readonly effects: Effect[];
  readonly queue: Arrival[];
  /** tokens before an element that throws a signal: they move when all others wait, so that few signals are missed */
  readonly later: Arrival[];
  /** waiting instances that go on before the next token moves */
  readonly resumptions: { instance: InstanceId; signal: Signal }[];
  /** inputs that waited while the case was suspended */ readonly kept: Input[];
  /** variables or waits changed: conditions and early messages have to be looked at */ unsettled: boolean;
  /** the event that throws just now */ throwing?: InstanceId;
  /** elements entered so far: bounds a loop in the model that never waits */ entered: number;
};

export const beginRun = (graph: ProcessGraph, elements: Elements, before: EngineState, now: Instant): Run => ({
  graph,
  elements,
  now,
  before,
  state: {
    ...before,
    seq: before.seq + 1,
    scopes: { ...before.scopes },
    instances: { ...before.instances },
    timers: { ...before.timers },
    subscriptions: { ...before.subscriptions },
    incidents: { ...before.incidents },
  },
  effects: [],
  queue: [],
  later: [],
  resumptions: [],
  kept: [],
  unsettled: false,
  entered: 0,
});

/** Element instances, timers, subscriptions and incidents share one numbering, so that order of ids is order of time. */
export const nextId = (run: Run): InstanceId => String(++run.state.counter);

export const nodeOf = (graph: ProcessGraph, id: ElementId): GraphNode => {
  const node = graph.nodes[id];
  if (!node) throw new Error(`Expected the graph to have element ${id} but it has not`);
  return node;
};

export const instanceOf = (run: Run, id: InstanceId): ElementInstance => {
  const instance = run.state.instances[id];
  if (!instance) throw new Error(`Expected element instance ${id} but it is gone`);
  return instance;
};

export const changeInstance = (run: Run, id: InstanceId, change: Partial<ElementInstance>): void => {
  run.state.instances[id] = { ...instanceOf(run, id), ...change };
};

export const changeScope = (run: Run, id: InstanceId, change: Partial<Scope>): void => {
  const scope = run.state.scopes[id];
  if (scope) run.state.scopes[id] = { ...scope, ...change };
};

/** The instance that stands for a scope in the scope around it; none for a process that nothing called. */
export const ownerOf = (state: EngineState, scope: InstanceId): InstanceId | undefined => {
  const record = state.scopes[scope];
  return record?.owner ?? (record?.parent === undefined ? undefined : scope);
};

/** Whether the outside was asked to do its work and has not answered. */
export const isWorking = (instance: ElementInstance): boolean =>
  instance.phase === 'active' && instance.incident === undefined && !instance.loop && !instance.undoing;

/** Puts a token before an element. */
export const send = (run: Run, arrival: Arrival): void => {
  const node = nodeOf(run.graph, arrival.to);
  const throws = node.kind === 'intermediateThrowEvent' || node.kind === 'endEvent';
  const patient = throws && node.events.some(({ kind }) => kind === 'signal');
  (patient ? run.later : run.queue).push(arrival);
};
