import type { Instant, JsonObject } from '../../processes/language/ids.ts';
import type { Effect, Input } from './contract.ts';
import type { ProcessGraph } from './graph.ts';
import type { EngineState } from './state.ts';

export type Step = { state: EngineState; effects: Effect[] };

/** Begins a case at the graph's none start event, or at the start event named. Runs until every token waits. */
export const start = (_graph: ProcessGraph, _variables: JsonObject, _now: Instant, _at?: string): Step => {
  throw new Error('Expected an engine but it is being written');
};

/** Handles one input and runs tokens until every one of them waits. Never changes the state it is given. */
export const step = (_graph: ProcessGraph, _state: EngineState, _input: Input, _now: Instant): Step => {
  throw new Error('Expected an engine but it is being written');
};
