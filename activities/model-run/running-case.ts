import type { Failure } from '../../processes/language/failure.ts';
import type { Instant, JsonObject } from '../../processes/language/ids.ts';
import type { Effect, Input } from '../../workflows/engine/contract.ts';
import type { ProcessGraph } from '../../workflows/engine/graph.ts';
import type { EngineState } from '../../workflows/engine/state.ts';

/** A case that the runner drives, in this process or in a Temporal server. */
export type RunningCase = {
  now(): Instant;
  look(): Promise<EngineState>;
  /** Hands one input in and waits until it was taken; a failure: it changed nothing. */
  take(input: Input): Promise<Failure | undefined>;
  /** Moves time on to the earliest timer and lets it fire; `false`: there is none that can. */
  fireNext(): Promise<boolean>;
  /** Moves time on; no timer is due before that instant. */
  moveTo(instant: Instant): Promise<void>;
  /** settles when the case changed by itself; absent: it never does */ changed?(): Promise<void>;
  stop(): Promise<void>;
};

/** What one step did, and when. */
export type Happened = (effects: Effect[], at: Instant) => void;

/** What a case begins with. */
export type Beginning = {
  graph: ProcessGraph;
  variables: JsonObject;
  now: Instant;
  /** timers that may fire while time stands still: one that is due again at once would never end */ mostTimers: number;
  happened: Happened;
};
