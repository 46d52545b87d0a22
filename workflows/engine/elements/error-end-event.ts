import type { NodeOf } from '../graph.ts';
import type { Element } from './element.ts';

export const errorEndEvent: Element<NodeOf<'errorEndEvent'>> = { enter: (_run, { code }) => ({ next: 'throw', code }) };
