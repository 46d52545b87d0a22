import type { NodeOf } from '../graph.ts';
import { subscribe } from '../waits.ts';
import { complete, unexpected, wait, type Element } from './element.ts';

/** Waits for a message of the case; its variables go through the output mapping. */
export const messageCatch: Element<NodeOf<'messageCatchEvent' | 'receiveTask'>> = {
  enter: (run, node, id) => {
    subscribe(run, id, node.id, node.message);
    return wait;
  },
  resume: (_run, node, _id, signal) => (signal.kind === 'event' ? complete(signal.data) : unexpected(node, signal)),
};
