import type { NodeOf } from '../graph.ts';
import { lookupIn } from '../variables.ts';
import { awaitEvents } from '../waits.ts';
import { complete, failed, unexpected, wait, type Element } from './element.ts';

/**
 * Waits for its events: for one of them, or for all when it is parallel. What a message or signal brings goes through the
 * output mapping. A cycle sends a token on each time and ends with its last round.
 */
export const catchEvent: Element<NodeOf<'intermediateCatchEvent' | 'receiveTask'>> = {
  enter: (run, node, id) => {
    if ('events' in node && node.events.every(({ kind }) => kind === 'link')) return complete();
    const waiting = awaitEvents(run, id, node, lookupIn(run, id));
    if (!waiting.ok) return failed(waiting);
    waiting.value();
    return wait;
  },
  resume: (_run, node, _id, signal) => {
    if (signal.kind !== 'event') return unexpected(node, signal);
    return signal.again ? { next: 'emit' } : complete(signal.data);
  },
};
