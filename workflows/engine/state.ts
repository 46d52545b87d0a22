import type { ElementId, Instant, JsonObject } from '../../processes/language/ids.ts';
import type { FailureCode } from '../../processes/language/failure.ts';
import type { InstanceId } from './contract.ts';
import type { FlowId } from './graph.ts';

/** Id of the scope of the process itself; a subprocess's scope bears the id of its element instance. */
export const rootScope: InstanceId = '0';

export type Scope = {
  /** id of the process or subprocess */ element: ElementId;
  parent?: InstanceId;
  /** variables of a subprocess; those of the process are the case's */ locals: JsonObject;
  /** tokens waiting in front of a joining gateway, per incoming flow */
  arrived: Record<ElementId, Record<FlowId, number>>;
  /** the element at which the last token of the scope ended */ lastEnd?: ElementId;
};

/**
 * An element a token is in. `entering`: an expression on the way in failed; `active`: waits for the outside;
 * `leaving`: done, but its output mapping or a condition behind it failed, so what it was given is kept in `result`.
 */
export type ElementInstance = {
  element: ElementId;
  scope: InstanceId;
  phase: 'entering' | 'active' | 'leaving';
  enteredAt: Instant;
  /** boundary events are watched */ armed?: true;
  /** result of the input mapping */ locals?: JsonObject;
  result?: JsonObject;
  due?: { at: Instant; basis?: string };
  incident?: InstanceId;
};

export type Timer = {
  instance: InstanceId;
  /** the event that fires: the instance's own element, a boundary event, or an event behind an event-based gateway */
  element: ElementId;
  dueAt: Instant;
  /** a cycle goes on `left` more times (absent: for ever), counted from the due time, never from when it was handled */
  cycle?: { every: string; left?: number };
};
export type Subscription = { instance: InstanceId; element: ElementId; message: string };
export type Incident = {
  instance: InstanceId;
  element: ElementId;
  failure: FailureCode;
  detail: string;
  since: Instant;
};

/** All a case is between two inputs: plain data, so a snapshot may be taken at any quiet moment. */
export type EngineState = {
  /** inputs handled so far, the start included */ seq: number;
  status: 'running' | 'ended';
  outcome?: string;
  /** last number given to an element instance, timer, subscription or incident */ counter: number;
  /** variables of the case */ variables: JsonObject;
  scopes: Record<InstanceId, Scope>;
  instances: Record<InstanceId, ElementInstance>;
  timers: Record<InstanceId, Timer>;
  subscriptions: Record<InstanceId, Subscription>;
  incidents: Record<InstanceId, Incident>;
  /** ids of the latest messages, so that one sent twice is taken once */ messageIds: string[];
};

export const isEnded = (state: EngineState): boolean => state.status === 'ended';

/** Timers an adapter has to arm, earliest first; after continue-as-new all of them. */
export const pendingTimers = (state: EngineState): ({ timer: InstanceId } & Timer)[] =>
  Object.entries(state.timers)
    .map(([timer, rest]) => ({ timer, ...rest }))
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt) || Number(a.timer) - Number(b.timer));
