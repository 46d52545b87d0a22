import type { Numbered } from './line.ts';
import type { LineQueue } from './line-queue.ts';
import type { Outcome } from './outcome.ts';
import type { RunningCase } from '../../../activities/model-run/running-case.ts';
import type { Session } from './session.ts';

/** Long enough for lines that are on their way to arrive; what happens by itself waits so long for them. */
const graceMs = 100;

/**
 * Drives a case by the lines of a queue until it has ended or nothing more can happen. Lines win over what happens by itself:
 * time is skipped, and tasks are completed unasked, only when no line is there. `idleMs` undefined: waits for ever.
 */
export const drive = async (
  session: Session,
  running: RunningCase,
  first: Numbered[],
  lines: LineQueue,
  idleMs: number | undefined,
): Promise<Outcome> => {
  for (const request of first) await session.put(request);
  let quiet = false;
  for (;;) {
    await session.settle();
    if (await session.hasEnded()) break;
    const alone = await session.isAlone();
    const next = await lines.next(alone ? (quiet ? 0 : graceMs) : idleMs, running.changed?.());
    if (next === 'changed') continue;
    quiet = next === 'end' || next === 'idle';
    if (typeof next !== 'string') await session.put(next);
    else if (!(await session.moveByItself()) && (next === 'end' || !alone)) break;
  }
  // what was sent before the end came is answered too, but nothing is waited for
  for (let rest = await lines.next(0); typeof rest !== 'string'; rest = await lines.next(0)) await session.put(rest);
  lines.close();
  return session.outcome();
};
