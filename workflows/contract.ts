import type { CaseId, DefinitionHash, Instant, Json, JsonObject, TaskId, UnitId } from '../processes/language/ids.ts';
import type { Failure } from '../processes/language/failure.ts';
import type { ProcessGraph } from './engine/graph.ts';
import type { EngineState } from './engine/state.ts';

/** The only face of the interpreter workflow that others see: names of updates, signals and queries, and their shapes. */
export const updates = {
  completeTask: 'completeTask',
  deliverMessage: 'deliverMessage',
  retryIncident: 'retryIncident',
} as const;
export const queries = { view: 'view' } as const;

/** Everything a case needs, by value, so that its history replays without any store. */
export type CaseInput = {
  /** version of this shape; only ever add optional fields */
  format: 1;
  caseId: CaseId;
  procedureId: string;
  unit: UnitId;
  definition: DefinitionHash;
  graph: ProcessGraph;
  startedAt: Instant;
  variables: JsonObject;
  /** a process without a none start event waits for an event that begins it */ awaitEvent?: true;
  /** present after continue-as-new: goes on from here instead of starting */
  snapshot?: { state: EngineState; seq: number };
  /** updates after which a run goes on as a new one; Temporal takes 2,000 in a run. Absent: 1,500. */
  updatesPerRun?: number;
};

/** Who acts, as the record keeps it: person id, `applicant`, or `system:<name>`. */
export type CompleteTask = {
  taskId: TaskId;
  by: string;
  data: JsonObject;
  /** the signed revision, verified by the caller before the update is sent */ signature?: {
    document: string;
    sha256: string;
  };
};
export type DeliverMessage = {
  name: string;
  messageId: string;
  by: string;
  variables: JsonObject;
  /** what it is about; only a receiver that waits for the same takes it */ key?: Json;
  /** kept when nothing waits for it yet */ keep?: boolean;
};
export type RetryIncident = { incident: string; by: string; variables?: JsonObject };

/** Answer to an accepted update: it returns after the step was projected. */
export type StepReceipt = { seq: number; open: TaskId[]; ended: boolean };

/** Type of the ApplicationFailure with which a validator refuses an update; its details carry a Failure. Writes no history. */
export const refusalType = 'obieg.refused';
export type Refusal = Failure;

/** Type of the ApplicationFailure of an activity whose store or server is down: the call is made again until it answers. */
export const outOfReach = 'obieg.outOfReach';

/** What the query answers; used by `obieg reconcile` and operators. */
export type EngineView = { seq: number; state: EngineState; open: TaskId[]; ended: boolean };
