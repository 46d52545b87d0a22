import type { Failure } from '../../../processes/language/failure.ts';
import type { Effect, Input } from '../../../workflows/engine/contract.ts';
import { isEnded, pendingTimers } from '../../../workflows/engine/state.ts';
import { start, step } from '../../../workflows/engine/step.ts';
import type { Step } from '../../../workflows/engine/step.ts';
import { refuse } from '../../../workflows/engine/waiting.ts';
import type { Beginning, RunningCase } from '../../../activities/model-run/running-case.ts';

/** The pure engine with a clock of its own, which stands still until it is moved. */
export const startCoreCase = ({ graph, variables, now: begin, mostTimers, happened }: Beginning): RunningCase => {
  let now = begin;
  const keep = ({ effects, state }: Step): Step['state'] => {
    happened(effects, now);
    return state;
  };
  let state = keep(start(graph, variables, now, { awaitEvent: true }));

  const put = (input: Input): Effect[] => {
    const taken = step(graph, state, input, now);
    state = keep(taken);
    return taken.effects;
  };
  const nextTimer = () => (isEnded(state) || state.suspended ? undefined : pendingTimers(state)[0]);
  /** what is due already needs no time to pass */
  const fireDue = (): void => {
    for (let fired = 0; fired < mostTimers; fired += 1) {
      const next = nextTimer();
      if (!next || next.dueAt > now) return;
      put({ kind: 'timerFired', timer: next.timer });
    }
  };
  fireDue();

  return {
    now: () => now,
    look: () => Promise.resolve(state),
    async take(input): Promise<Failure | undefined> {
      const refusal = refuse(graph, state, input);
      if (refusal) return refusal;
      const ignored = put(input).find((effect) => effect.kind === 'inputIgnored' && effect.input === input.kind);
      fireDue();
      return ignored?.kind === 'inputIgnored' ? { failure: 'notAwaited', detail: ignored.reason } : undefined;
    },
    async fireNext() {
      const next = nextTimer();
      if (!next) return false;
      if (next.dueAt > now) now = next.dueAt;
      put({ kind: 'timerFired', timer: next.timer });
      return true;
    },
    async moveTo(instant) {
      if (instant > now) now = instant;
    },
    stop: async () => undefined,
  };
};
