import type { NodeOf } from '../graph.ts';
import { readTimer, startTimer } from '../waits.ts';
import { complete, failed, unexpected, wait, type Element } from './element.ts';

export const timerCatchEvent: Element<NodeOf<'timerCatchEvent'>> = {
  enter: (run, node, id) => {
    const timer = readTimer(run, id, node.timer);
    if (!timer.ok) return failed(timer);
    startTimer(run, { instance: id, element: node.id, ...timer.value });
    return wait;
  },
  resume: (_run, node, _id, signal) => (signal.kind === 'event' ? complete() : unexpected(node, signal)),
};
