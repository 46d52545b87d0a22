import { isEnded } from '../../../workflows/engine/state.ts';
import type { Numbered } from './line.ts';
import type { LineQueue } from './line-queue.ts';
import type { Outcome } from './outcome.ts';
import type { RunningCase } from './running-case.ts';
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
    if (isEnded(await session.state())) break;
    const alone = await session.isAlone();
    const next = await lines.next(alone ? (quiet ? 0 : graceMs) : idleMs, running.changed?.());
    if (next === 'changed') continue;
    quiet = next === 'end' || next === 'idle';
    if (next !== 'end' && next !== 'idle') await session.put(next);
    else if (!(await session.moveByItself()) && (next === 'end' || !alone)) break;
  }
  lines.close();
  return session.outcome();
};
