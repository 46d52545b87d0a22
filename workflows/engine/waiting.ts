import type { Failure } from '../../processes/language/failure.ts';
import type { Effect, Input, OpenTask } from './contract.ts';
import type { ProcessGraph } from './graph.ts';
import type { EngineState } from './state.ts';

/** Why an input cannot be taken now, or nothing; changes nothing. For validators, which write no history. */
export const refuse = (_graph: ProcessGraph, _state: EngineState, _input: Input): Failure | undefined => undefined;

/** The user tasks that can be completed now, in order of activation. */
export const openTasks = (_graph: ProcessGraph, _state: EngineState): OpenTask[] => [];

/** The handler calls whose answer is awaited, exactly as they were started. */
export const pendingActivities = (
  _graph: ProcessGraph,
  _state: EngineState,
): Extract<Effect, { kind: 'activityStarted' }>[] => [];
