import type { Arrival } from './arrivals.ts';
import type { CaseInput } from './contract.ts';
import type { Effect } from './engine/contract.ts';
import { pendingTimers } from './engine/state.ts';
import type { EngineState } from './engine/state.ts';
import { pendingActivities } from './engine/waiting.ts';
import { createHandlerCalls } from './handler-calls.ts';
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
  begin(effects: Effect[]): void;
  /** everything a snapshot still waits for */
  resume(state: EngineState): void;
  stop(): void;
  /** no handler is at work */
  isQuiet(): boolean;
} => {
  const timers = createTimers((timer) => arrivals.add({ input: { kind: 'timerFired', timer }, by: 'system:clock' }));
  const calls = createHandlerCalls(input, (answer) => arrivals.add({ input: answer, by: 'system:worker' }));
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
    begin(effects) {
      for (const effect of effects) {
        if (effect.kind === 'timerStarted') timers.start(effect);
        if (effect.kind === 'activityStarted') calls.start(effect);
      }
    },
    resume(state) {
      for (const due of pendingTimers(state)) timers.start({ ...due, name: nameOf(due.element) });
      for (const call of pendingActivities(input.graph, state)) calls.start(call);
    },
    stop() {
      timers.cancelAll();
      calls.cancelAll();
    },
    isQuiet: () => calls.running() === 0,
  };
};
