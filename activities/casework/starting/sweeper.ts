import { inputOf } from './case-input.ts';
import { createTimekeeper } from './start-clocks.ts';
import { systemScope } from '../../store/scope.ts';
import type { Desk } from '../deps.ts';

/** How old a filing is before the sweeper looks at it, in milliseconds: the request itself starts it sooner. */
const patience = 5_000;
const batch = 100;

/** Starts what was acknowledged but not started: the engine was out of reach or the process died in between. Answers how many it started. */
export async function sweepSubmissions(desk: Desk): Promise<number> {
  const olderThan = new Date(desk.clock().getTime() - patience).toISOString();
  let started = 0;
  for (const submission of await desk.store.submissions.unstarted(olderThan, batch)) {
    const record = await desk.store.cases.find(systemScope('sweeper'), submission.case);
    if (!record) throw new Error(`Expected case ${submission.case} of a submission to be stored, but it is not`);
    const answer = await desk.engine.start(await inputOf(desk, record));
    if (answer.ok) {
      await desk.store.submissions.markStarted(submission._id);
      started += 1;
    } else await desk.store.submissions.markFailed(submission._id, answer.failure);
  }
  return started;
}

/** Turns of the sweeper from one look at the clocks to the next. */
const turnsBetweenLooks = 12;

/**
 * Sweeps every `everyMs` until stopped, and sees to the clocks of timer starts at once and now and then; one sweep at a
 * time, a failed one is tried again at the next turn.
 */
export function startSweeper(desk: Desk, everyMs: number, report: (error: unknown) => void): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  let turns = 0;
  const keepClocks = createTimekeeper(desk);
  const sweep = async (): Promise<void> => {
    await sweepSubmissions(desk);
    if (turns % turnsBetweenLooks === 0) await keepClocks();
    turns += 1;
  };
  const turn = (): void => {
    if (busy) return;
    busy = true;
    running = sweep()
      .catch(report)
      .finally(() => (busy = false));
  };
  turn();
  const timer = setInterval(turn, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
