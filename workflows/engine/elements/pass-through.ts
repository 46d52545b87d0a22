import type { NodeOf } from '../graph.ts';
import { complete, type Element } from './element.ts';

/** The undefined task, and the manual task, which people do without the system knowing (BPMN 2.0.2, 10.3.3). */
export const passThrough: Element<NodeOf<'task' | 'manualTask'>> = {
  enter: () => complete(),
};
