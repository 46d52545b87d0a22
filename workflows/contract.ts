import type {
  CaseId,
  DefinitionHash,
  ElementId,
  Instant,
  Json,
  JsonObject,
  TaskId,
  UnitId,
} from '../processes/language/ids.ts';
import type { Failure } from '../processes/language/failure.ts';
import type { Awaited } from './engine/awaited.ts';
import type { Operation } from './engine/contract.ts';
import type { ProcessGraph } from './engine/graph.ts';
import type { ElementMapping } from './engine/migrate.ts';
import type { EngineState } from './engine/state.ts';

export type { Awaited } from './engine/awaited.ts';
export type { ElementMapping, MigrationPlan } from './engine/migrate.ts';

/** The only face of the interpreter workflow that others see: names of updates, signals and queries, and their shapes. */
export const updates = {
  completeTask: 'completeTask',
  deliverMessage: 'deliverMessage',
  retryIncident: 'retryIncident',
  deliverSignal: 'deliverSignal',
  migrateCase: 'migrateCase',
} as const;
/** Updates by which an operator changes a running case, by the kind of operation. */
export const operationUpdates = {
  variablesCorrected: 'correctVariables',
  tokenMoved: 'moveToken',
  tokenAdded: 'addToken',
  tokenEnded: 'endToken',
  caseSuspended: 'suspendCase',
  caseResumed: 'resumeCase',
  caseCancelled: 'cancelCase',
} as const satisfies Partial<Record<Operation['kind'], string>>;
export const queries = { view: 'view', planMigration: 'planMigration' } as const;

/** The workflow that begins cases when a timer start event is due, and the signal after which it looks again when that is. */
export const startClock = { type: 'startClock', lookAgain: 'lookAgain' } as const;
/** Which start event it watches. One runs for each, under an id made of both. */
export type StartClock = { procedureId: string; element: ElementId };

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
  /** the start event that has happened and begins it; absent: the none start event, or the first */ beginAt?: ElementId;
  /** present after continue-as-new: goes on from here instead of starting */
  snapshot?: { state: EngineState; seq: number };
  /**
   * signals it throws go out to other cases; absent in runs that began before they could. Said in the input because
   * `patched` cannot say it: called after a local activity it replays differently when the server had split that task.
   */
  spreadsSignals?: true;
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
/** A signal from outside the case; one of the same `id` is taken once. */
export type DeliverSignal = { signal: string; id: string; by: string; variables: JsonObject };
export type RetryIncident = { incident: string; by: string; variables?: JsonObject };

/** `requestId` tells a repeated request from the same operation done once more. */
export type Operate = Extract<Operation, { kind: keyof typeof operationUpdates }> & { requestId: string };

/** Puts the case on another version of its procedure, or refuses with `migrationRefused` and every problem. */
export type MigrateCase = {
  requestId: string;
  by: string;
  definition: DefinitionHash;
  /** number of that version, for the read model */ version: number;
  graph: ProcessGraph;
  mapping: ElementMapping;
};
/** Asks what that would do. */
export type PlanMigration = Pick<MigrateCase, 'graph' | 'mapping'>;

/** Answer to an accepted update: it returns after the step was projected. */
export type StepReceipt = { seq: number; open: TaskId[]; ended: boolean };

/** Type of the ApplicationFailure with which a validator refuses an update; its details carry a Failure. Writes no history. */
export const refusalType = 'obieg.refused';
export type Refusal = Failure;

/** Type of the ApplicationFailure of an activity whose store or server is down: the call is made again until it answers. */
export const outOfReach = 'obieg.outOfReach';

/** What the query answers; used by `obieg reconcile` and operators. */
export type EngineView = {
  seq: number;
  state: EngineState;
  open: TaskId[];
  ended: boolean;
  /** version it runs now */ definition?: DefinitionHash;
  /** what it waits for */ awaited?: Awaited[];
  /** the elements of that version: parts called from elsewhere are among them */
  elements?: { element: ElementId; name: string; kind: string; scope: ElementId }[];
};
