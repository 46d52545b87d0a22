import type { CaseId, DefinitionHash, ElementId, Instant, JsonObject, UnitId } from '../processes/language/ids.ts';
import type { StartClock } from './contract.ts';
import type { Effect, InstanceId, Input } from './engine/contract.ts';

/** One engine step as the read model takes it: applied once, guarded by (caseId, seq). */
export type ProjectedStep = {
  caseId: CaseId;
  procedureId: string;
  unit: UnitId;
  definition: DefinitionHash;
  /** 1, 2, 3… without gaps inside a case */
  seq: number;
  at: Instant;
  /** what caused the step and who; goes into the record */
  cause: {
    input: Input['kind'] | 'caseMigrated';
    by: string;
    element?: string;
    messageId?: string;
    /** the element a token goes to, names of variables, a version: no personal data */ about?: string;
  };
  /** number of the version the case runs from now on, when this step put it on another */
  version?: number;
  effects: Effect[];
};

/** A call of a registered service-task handler (activities/tasks). Idempotent by (caseId, instance). */
export type HandlerCall = {
  caseId: CaseId;
  procedureId: string;
  unit: UnitId;
  instance: InstanceId;
  /** element that calls, for the record */ element?: ElementId;
  handler: string;
  /** where its documents are, when not in the case's own version */ definition?: DefinitionHash;
  input: JsonObject;
  headers: Record<string, string>;
};
export type HandlerAnswer =
  { kind: 'completed'; output: JsonObject } | { kind: 'bpmnError'; code: string; message: string };

/** A signal that a case throws to all others; `id` is the same whenever the call is repeated. */
export type SpreadSignal = { id: string; from: CaseId; signal: string; variables: JsonObject };

/** The activities the interpreter needs; implemented by activities/index.ts. */
export type CaseActivities = {
  /** Local activity: one MongoDB transaction, majority + journal; doing it twice changes nothing. */
  project(step: ProjectedStep): Promise<void>;
  /** Throws for a technical failure (retried by the model's policy, then an incident). */
  runHandler(call: HandlerCall): Promise<HandlerAnswer>;
  /** Delivers a signal once to every other case that waits for it. */
  spreadSignal(thrown: SpreadSignal): Promise<void>;
};

/** `now` is the clock's own time, so that it is never behind the timer that woke it. `after`: all rounds up to then are begun. */
export type DueRequest = StartClock & { now: Instant; after?: Instant };
/** `next`: the round after those that were begun; absent when there is none. It may be due already. */
export type DueAnswer = { after: Instant; next?: Instant };

/** What the clock of a timer start event needs; implemented by activities/index.ts. */
export type StartActivities = {
  /** Begins one case for each round that is due, once however often it is called. */
  beginDue(asked: DueRequest): Promise<DueAnswer>;
};
