import type { NodeOf } from '../graph.ts';
import { complete, unexpected, wait, type Element } from './element.ts';

/** A boundary event is entered when it has happened; its message's variables go through its output mapping. */
export const boundaryEvent: Element<NodeOf<'timerBoundaryEvent' | 'messageBoundaryEvent' | 'errorBoundaryEvent'>> = {
  enter: () => wait,
  resume: (_run, node, _id, signal) => (signal.kind === 'event' ? complete(signal.data) : unexpected(node, signal)),
};
