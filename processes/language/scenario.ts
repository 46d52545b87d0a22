import type { JsonObject } from './ids.ts';
import type { CandidateRole } from './party.ts';

/** One step of a scenario. Time passes only by `wait`. */
export type ScenarioStep =
  /** completes the open task of that element as the role, with form data */
  | { complete: string; as: CandidateRole; data?: JsonObject; sign?: true }
  /** delivers a message by its BPMN name */
  | { message: string; data?: JsonObject }
  /** lets ISO 8601 time pass; due timers fire */
  | { wait: string }
  /** the next call of that service handler throws this BPMN error */
  | { handlerErrors: string; code: string };

/** A scenario is data: run as a test, shown as documentation. */
export type Scenario = {
  title: string;
  /** instant at which the case is started; parameters are those valid on that day */
  startedAt: string;
  start: JsonObject;
  steps: ScenarioStep[];
  /** public stages passed, in order; outcome; and variables that must hold at the end (a subset) */
  expect: {
    outcome: string;
    stages?: string[];
    variables?: JsonObject;
    /** ids of tasks still open at the end */ open?: string[];
  };
};
