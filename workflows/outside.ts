import type { Arrival } from './arrivals.ts';
import type { CaseInput } from './contract.ts';
import type { Effect } from './engine/contract.ts';
import { pendingTimers } from './engine/state.ts';
import type { EngineState } from './engine/state.ts';
import { pendingActivities } from './engine/waiting.ts';
import { createHandlerCalls } from './handler-calls.ts';
import { createSignals } from './signals.ts';
import { createTimers } from './timers.ts';

type Arrivals = { add(arrival: Arrival): void; dropTimer(timer: string): void };

/** Turns what the engine asks for into timers and handler calls of Temporal, whose outcomes arrive in the queue. */
export const createOutside = (
  input: CaseInput,
  arrivals: Arrivals,
): {
  /** before the projection: nothing withdrawn may still fire while it is written */
  withdraw(effects: Effect[]): void;
  /** after the projection: whoever is called finds the step in the store */
  begin(effects: Effect[], seq: number): void;
  /** everything a snapshot still waits for */
  resume(state: EngineState): void;
  stop(): void;
  /** every signal the case has thrown is with those that waited for it */
  isHeard(): boolean;
  /** no handler is at work, no signal on its way */
  isQuiet(): boolean;
} => {
  const timers = createTimers((timer) => arrivals.add({ input: { kind: 'timerFired', timer }, by: 'system:clock' }));
  const calls = createHandlerCalls(input, (answer) => arrivals.add({ input: answer, by: 'system:worker' }));
  const signals = createSignals(input.caseId, input.spreadsSignals === true);
  const nameOf = (element: string): string => input.graph.nodes[element]?.name ?? element;
  return {
    withdraw(effects) {
      for (const effect of effects) {
        if (effect.kind === 'activityCancelled') calls.cancel(effect.instance);
        if (effect.kind !== 'timerCancelled') continue;
        timers.cancel(effect.timer);
        arrivals.dropTimer(effect.timer);
      }
    },
    begin(effects, seq) {
      for (const effect of effects) {
        if (effect.kind === 'timerStarted') timers.start(effect);
        if (effect.kind === 'activityStarted') calls.start(effect);
      }
      signals.spread(effects, seq);
    },
    resume(state) {
      for (const due of pendingTimers(state)) timers.start({ ...due, name: nameOf(due.element) });
      for (const call of pendingActivities(input.graph, state)) calls.start(call);
    },
    stop() {
      timers.cancelAll();
      calls.cancelAll();
    },
    isHeard: () => signals.pending() === 0,
    isQuiet: () => calls.running() === 0 && signals.pending() === 0,
  };
};
