import type { CandidateRole } from '../../processes/language/party.ts';
import type { DefinitionHash, ElementId, Instant, Json, JsonObject } from '../../processes/language/ids.ts';
import type { FailureCode } from '../../processes/language/failure.ts';

/**
 * What goes into the engine and what comes out. `step(graph, state, input, now) → { state, effects }` is pure:
 * no clock, no I/O, no randomness; the same inputs in the same order give the same state and effects for ever.
 */

/** Number of an element instance inside its case, counted from 1 in order of activation; written as a string key. */
export type InstanceId = string;

/** What an operator does to a running case. Every one is authorised outside and written to the record. */
export type Operation =
  | { kind: 'incidentRetried'; incident: InstanceId; by: string; variables?: JsonObject }
  /** corrects variables: in the scope named, in the case otherwise */
  | { kind: 'variablesCorrected'; by: string; scope?: InstanceId; variables: JsonObject }
  /** takes the token out of its element and puts it before another of the same process */
  | { kind: 'tokenMoved'; by: string; instance: InstanceId; to: ElementId }
  | { kind: 'tokenAdded'; by: string; to: ElementId; scope?: InstanceId }
  | { kind: 'tokenEnded'; by: string; instance: InstanceId }
  | { kind: 'caseSuspended'; by: string }
  | { kind: 'caseResumed'; by: string }
  /** ends the case before its time; with `undo`, what was completed is compensated first */
  | { kind: 'caseCancelled'; by: string; undo?: boolean };

export type Input =
  | { kind: 'start'; variables: JsonObject }
  /** A person completed a user task. Wins over a timer that fires in the same activation. */
  | { kind: 'taskCompleted'; instance: InstanceId; by: string; data: JsonObject }
  | { kind: 'timerFired'; timer: InstanceId }
  | {
      kind: 'messageArrived';
      /** BPMN message name */ name: string;
      messageId: string;
      variables: JsonObject;
      /** what it is about; only a receiver that waits for the same takes it */ key?: Json;
      /** kept when nothing waits for it yet */ keep?: boolean;
    }
  | {
      kind: 'signalArrived';
      signal: string;
      variables: JsonObject;
      /** one that comes twice is taken once */ id?: string;
    }
  | { kind: 'activityCompleted'; instance: InstanceId; output: JsonObject }
  /** a business outcome: caught by an error boundary event, an incident otherwise */
  | { kind: 'activityErred'; instance: InstanceId; code: string; message: string }
  /** a technical failure after all retries: always an incident */
  | { kind: 'activityFailed'; instance: InstanceId; detail: string }
  | Operation;

/** A user task as the outside world needs it. */
export type OpenTask = {
  instance: InstanceId;
  element: ElementId;
  name: string;
  form?: string;
  candidate: CandidateRole[];
  /** case variables after the task's input mapping */
  data: JsonObject;
  due?: { at: Instant; basis?: string };
  signature?: { document: string; field: string };
  /** the version its form is in, when that is not the case's own */ definition?: DefinitionHash;
};

export type RetryPolicy = { maximumAttempts: number; /** ISO 8601 duration before the first retry */ backoff: string };

/** `body`: the looped activity as a whole, whose iterations are instances of their own. */
type Passage = { instance: InstanceId; element: ElementId; at: Instant; body?: true };

export type Effect =
  | ({ kind: 'elementEntered' } & Passage)
  | ({ kind: 'elementLeft'; how: 'completed' | 'cancelled' } & Passage)
  | { kind: 'flowTaken'; flow: string }
  /** the case was migrated, and the element in which the instance stands has another id in the new version */
  | { kind: 'elementMigrated'; instance: InstanceId; from: ElementId; to: ElementId; incident?: InstanceId }
  | { kind: 'taskOpened'; task: OpenTask }
  | { kind: 'taskClosed'; instance: InstanceId; element: ElementId; how: 'completed' | 'cancelled'; by?: string }
  /** an open task as the version of the procedure has it to which its case was migrated */
  | { kind: 'taskChanged'; task: OpenTask }
  | {
      kind: 'activityStarted';
      instance: InstanceId;
      element: ElementId;
      name: string;
      handler: string;
      /** the version its documents are in, when that is not the case's own */ definition?: DefinitionHash;
      input: JsonObject;
      headers: Record<string, string>;
      retry: RetryPolicy;
    }
  | { kind: 'activityCancelled'; instance: InstanceId }
  | { kind: 'timerStarted'; timer: InstanceId; element: ElementId; name: string; dueAt: Instant }
  | { kind: 'timerCancelled'; timer: InstanceId }
  | { kind: 'subscribed'; instance: InstanceId; element: ElementId; message: string; key?: Json }
  /** waits for a signal from anywhere */
  | { kind: 'signalAwaited'; instance: InstanceId; element: ElementId; signal: string }
  | { kind: 'unsubscribed'; instance: InstanceId }
  /** a signal goes out to every case that waits for it; inside the case it was delivered already */
  | { kind: 'signalThrown'; element: ElementId; signal: string; variables: JsonObject }
  | { kind: 'messageThrown'; element: ElementId; message: string; variables: JsonObject; key?: Json }
  | { kind: 'escalationThrown'; element: ElementId; code: string; caught: boolean }
  | { kind: 'stageReached'; stage: string }
  | { kind: 'variablesSet'; variables: JsonObject }
  | {
      kind: 'incidentRaised';
      incident: InstanceId;
      /** the instance it stands on; effects kept from version 0.1.0 have none */ instance?: InstanceId;
      element: ElementId;
      failure: FailureCode;
      detail: string;
    }
  | { kind: 'incidentResolved'; incident: InstanceId; by: string }
  /** the late answer of a cancelled activity, a message nobody waits for: kept for the record, changes nothing */
  | { kind: 'inputIgnored'; input: Input['kind']; reason: string }
  | {
      kind: 'caseEnded';
      /** id of the end event that ended it, its name in `outcome` variable if set */ element: ElementId;
      outcome: string;
    };
