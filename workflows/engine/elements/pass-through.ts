import type { NodeOf } from '../graph.ts';
import { complete, type Element } from './element.ts';

/**
 * Elements that do nothing of their own: none events, start events (what started the case has happened already), the
 * undefined task, and the manual task, which people do without the system knowing (BPMN 2.0.2, 10.3.3).
 */
export const passThrough: Element<
  NodeOf<
    | 'startEvent'
    | 'messageStartEvent'
    | 'timerStartEvent'
    | 'intermediateThrowEvent'
    | 'endEvent'
    | 'task'
    | 'manualTask'
  >
> = {
  enter: () => complete(),
};
