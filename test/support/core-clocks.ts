import { clockId } from '../../activities/casework/case-engine.ts';
import { fail, ok } from '../../processes/language/failure.ts';
import type { CaseEngine } from '../../activities/casework/case-engine.ts';
import type { Instant } from '../../processes/language/ids.ts';
import type { StartActivities } from '../../workflows/ports.ts';
import type { StartClock } from '../../workflows/contract.ts';

type Running = { clock: StartClock; after?: Instant; next?: Instant };

/** The clocks of timer starts as Temporal runs them, over a clock that is moved by hand. */
export function createCoreClocks(
  activities: StartActivities,
  now: () => Instant,
  isDown: () => boolean,
): Pick<CaseEngine, 'keepTime' | 'clocks'> & { advance(): Promise<void> } {
  const clocks = new Map<string, Running>();

  async function look(running: Running): Promise<void> {
    const id = clockId(running.clock);
    do {
      const { clock, after } = running;
      const due = await activities.beginDue({ ...clock, ...(after === undefined ? {} : { after }), now: now() });
      running = { clock, ...due };
      clocks.set(id, running);
    } while (running.next !== undefined && running.next <= now());
    if (running.next === undefined) clocks.delete(id);
  }

  return {
    async keepTime(clock) {
      if (isDown()) return fail('engineUnavailable', { retryAfterSeconds: 5 });
      await look(clocks.get(clockId(clock)) ?? { clock });
      return ok(undefined);
    },
    clocks: async () => (isDown() ? fail('engineUnavailable', { retryAfterSeconds: 5 }) : ok(new Set(clocks.keys()))),
    async advance() {
      for (const running of clocks.values())
        if (running.next !== undefined && running.next <= now()) await look(running);
    },
  };
}
