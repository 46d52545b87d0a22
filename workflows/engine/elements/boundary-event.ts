import type { NodeOf } from '../graph.ts';
import { complete, unexpected, wait, type Element } from './element.ts';

/** A boundary event is entered when it has happened; what a message brings goes through its output mapping. */
export const boundaryEvent: Element<NodeOf<'boundaryEvent'>> = {
  enter: () => wait,
  resume: (_run, node, _id, signal) => (signal.kind === 'event' ? complete(signal.data) : unexpected(node, signal)),
};
