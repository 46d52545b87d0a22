import { fail } from '../../../processes/language/failure.ts';
import type { Failure } from '../../../processes/language/failure.ts';
import type { Instant, Json } from '../../../processes/language/ids.ts';
import { isEnded, pendingTimers } from '../../../workflows/engine/state.ts';
import { isDuration, momentOf } from '../../../workflows/engine/time.ts';
import type { RunningCase } from '../../../activities/model-run/running-case.ts';

/** How many timers may still fire in this run, so that a cycle without an end ends all the same. */
export type TimerBudget = { left: number };

/** The earliest timer fires; `false`: none can, or none may. */
export const skipToTimer = async (running: RunningCase, budget: TimerBudget): Promise<boolean> => {
  if (budget.left <= 0 || !(await running.fireNext())) return false;
  budget.left -= 1;
  return true;
};

/** Moves time on to an instant and lets all that is due until then fire, each at its own time, also what arises meanwhile. */
export const advanceTo = async (
  running: RunningCase,
  instant: Instant,
  budget: TimerBudget,
): Promise<Failure | undefined> => {
  for (;;) {
    const state = await running.look();
    const next = isEnded(state) || state.suspended ? undefined : pendingTimers(state)[0];
    if (!next || next.dueAt > instant) break;
    if (budget.left <= 0) return fail('tooLarge', { detail: 'As many timers have fired as --max-timers allows' });
    await skipToTimer(running, budget);
  }
  await running.moveTo(instant);
  return undefined;
};

/** The instant that `{"advance":…}` or `{"advanceTo":…}` names, not before now. */
export const instantMeant = (verb: 'advance' | 'advanceTo', about: Json, now: Instant): Instant | undefined => {
  if (typeof about !== 'string' || (verb === 'advance') !== isDuration(about)) return undefined;
  const instant = momentOf(about, now);
  return instant === undefined || instant < now ? undefined : instant;
};
