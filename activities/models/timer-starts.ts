import type { Problem } from '../../processes/language/failure.ts';
import type { ProcessGraph } from '../../workflows/engine/graph.ts';
import { roundsOf, timersOf } from '../casework/starting/timer-starts.ts';

const anyInstant = '2026-01-01T00:00:00.000Z';

/** Timers at the start of a process that could never begin a case by themselves: there is nothing yet to count or read from. */
export const timerStartProblems = ({ starts, nodes }: ProcessGraph): Problem[] =>
  starts.flatMap((at) => {
    const node = nodes[at];
    if (node?.kind !== 'startEvent') return [];
    return timersOf(node).flatMap((timer) => {
      const written = 'text' in timer.value ? timer.value.text : `=${timer.value.feel}`;
      if (timer.kind === 'duration') return [{ at, code: 'model.timerStartDuration', values: { timer: written } }];
      return roundsOf(timer, anyInstant) ? [] : [{ at, code: 'model.timerStartUnclear', values: { timer: written } }];
    });
  });
