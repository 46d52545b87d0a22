import type { NodeOf } from '../graph.ts';
import type { Element } from './element.ts';

/** Ends every token of its scope. Inside a subprocess only that subprocess ends, and its outgoing flow is taken. */
export const terminateEndEvent: Element<NodeOf<'terminateEndEvent'>> = { enter: () => ({ next: 'terminate' }) };
