import type { ElementId, Instant, Json, JsonObject } from '../../processes/language/ids.ts';
import type { FailureCode } from '../../processes/language/failure.ts';
import type { Input, InstanceId } from './contract.ts';
import type { FlowId } from './graph.ts';
import type { Rounds } from './time.ts';

/** Id of the scope of the main process itself; a subprocess's scope bears the id of its element instance. */
export const rootScope: InstanceId = '0';

/** An activity that completed and may yet be undone, with what was undoable inside it. */
export type Undoable = {
  element: ElementId;
  /** number of the instance that completed */ instance: InstanceId;
  /** counter and item of the iteration it was */
  iteration?: JsonObject;
  /** the process or subprocess that ran inside it, and the variables of its scope when it completed */
  container?: ElementId;
  locals?: JsonObject;
  inner?: Undoable[];
};

export type Scope = {
  /** id of the process or subprocess, or of the activity whose iteration this is */ element: ElementId;
  parent?: InstanceId;
  /** instance that is resumed when the scope empties; absent: the scope's own id, or none for a process */
  owner?: InstanceId;
  /** an instance of a process: sees no variables but its own */ process?: true;
  /** one iteration of a loop, counted from 1 */ iteration?: number;
  /** variables of a subprocess; those of the main process are the case's */ locals: JsonObject;
  /** variables that a called process, or the case with its pools, began with */ given?: JsonObject;
  /** tokens waiting in front of a joining element, per incoming flow */
  arrived: Record<ElementId, Record<FlowId, number>>;
  /** complex gateways that fired, each with the flows it took tokens of, and wait for the rest */
  resetting?: Record<ElementId, FlowId[]>;
  /** events that happened of those that must all happen, by event */ seen?: Record<ElementId, number[]>;
  /** completed activities in order of completion */ done?: Undoable[];
  /** the element at which the last token of the scope ended */ lastEnd?: ElementId;
  /** the process has ended; kept while others of the case go on */ ended?: true;
  /** the main process still waits for the event that begins it */ begun?: false;
};

export type LoopState = {
  /** iterations started, and completed */ started: number;
  completed: number;
  /** iterations there are to be; absent while a standard loop cannot know */ total?: number;
  items?: Json[];
  outputs?: Json[];
  /** no further iteration is to start */ stopped?: true;
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
  /** the activity as a whole, whose iterations are instances of their own */ loop?: LoopState;
  /** one iteration of a loop */ inner?: true;
  /** events that happened of those that must all happen, by event */ seen?: Record<ElementId, number[]>;
  /** what is still to be undone by this instance, the last first; `within`: the scope in which that is */
  undoing?: { pending: Undoable[]; within: InstanceId };
  /** the instance on whose behalf this one undoes something */ undoneFor?: InstanceId;
  /** stands for no token: it undoes beside what goes on */ beside?: true;
  /** activities of an ad-hoc subprocess that are still to be offered */ offers?: ElementId[];
  /** its completion condition has held: nothing new begins in it */ over?: true;
};

export type Timer = {
  /** waiting instance; the scope, for the start of an event subprocess; empty for the start of a process */
  instance: InstanceId;
  /** the event that fires: the instance's own element, a boundary event, or an event behind an event-based gateway */
  element: ElementId;
  /** which of the element's event definitions; absent: the first */ event?: number;
  dueAt: Instant;
  /** a cycle goes on `left` more times (absent: for ever), counted from the due time, never from when it was handled */
  cycle?: NonNullable<Rounds['cycle']>;
};
/** Waits for a message, a signal, or a condition to become true; `instance`, `element` and `event` as in a timer. */
export type Subscription = {
  instance: InstanceId;
  element: ElementId;
  event?: number;
  message?: string;
  /** only messages about this */ key?: Json;
  signal?: string;
  /** whether the condition held when it was last looked at */ held?: boolean;
};
export type Incident = {
  instance: InstanceId;
  element: ElementId;
  failure: FailureCode;
  detail: string;
  since: Instant;
};
/** A message that came before anything waited for it. */
export type EarlyMessage = { name: string; messageId: string; key?: Json; variables: JsonObject };

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
  early?: EarlyMessage[];
  /** an operator stopped the case: what arrives meanwhile is kept in order and handled when it is resumed */
  suspended?: { by: string; kept: Input[] };
};

export const isEnded = (state: EngineState): boolean => state.status === 'ended';

/** Timers an adapter has to arm, earliest first; after continue-as-new all of them. */
export const pendingTimers = (state: EngineState): ({ timer: InstanceId } & Timer)[] =>
  Object.entries(state.timers)
    .map(([timer, rest]) => ({ timer, ...rest }))
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt) || Number(a.timer) - Number(b.timer));
