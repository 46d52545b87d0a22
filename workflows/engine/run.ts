import type { ElementId, Instant, JsonObject } from '../../processes/language/ids.ts';
import type { Effect, InstanceId } from './contract.ts';
import type { Elements } from './elements/element.ts';
import type { FlowId, GraphNode, ProcessGraph } from './graph.ts';
import type { ElementInstance, EngineState } from './state.ts';

/** A token on its way to an element. `event`: what triggered it, when that happened before it was reached (boundary events). */
export type Arrival = { to: ElementId; scope: InstanceId; flow?: FlowId; event?: JsonObject };

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

/** Whether the outside was asked to do its work and has not answered. */
export const isWorking = (instance: ElementInstance): boolean =>
  instance.phase === 'active' && instance.incident === undefined;
