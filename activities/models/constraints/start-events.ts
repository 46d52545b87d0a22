import { elements, isA } from '../element.ts';
import type { Element } from '../element.ts';
import { each } from './constraint.ts';
import type { Constraint } from './constraint.ts';
import { hasKind, isEventSubProcess, kindsOf, strangeKind } from './event-kinds.ts';

const topLevel = ['Message', 'Timer', 'Conditional', 'Signal'];
const inEventSubProcess = [...topLevel, 'Error', 'Escalation', 'Compensate'];

const startsOf = (scope: Element): Element[] =>
  elements(scope, 'flowElements').filter((element) => isA(element, 'bpmn:StartEvent'));

const startIn = (
  where: (scope: Element) => boolean,
  breaks: (start: Element) => boolean | string | undefined,
): Constraint =>
  each(['bpmn:StartEvent'], (start) => start.$parent !== undefined && where(start.$parent) && breaks(start));

/** Start events and the event subprocesses that they start (10.3.5, 10.5.2). */
export const startEvents = {
  'start-event-incoming': each(['bpmn:StartEvent'], (start, model) => model.incoming(start).length > 0),
  'start-event-outgoing': each(['bpmn:StartEvent'], (start, model) => model.outgoing(start).length === 0),
  'start-event-trigger': startIn(
    (scope) => isA(scope, 'bpmn:Process'),
    (start) => strangeKind(start, topLevel),
  ),
  'subprocess-start-trigger': startIn(
    (scope) => isA(scope, 'bpmn:SubProcess') && !isEventSubProcess(scope),
    (start) => kindsOf(start)[0],
  ),
  'event-subprocess-start': each(
    ['bpmn:SubProcess'],
    (scope) => isEventSubProcess(scope) && startsOf(scope).length !== 1,
  ),
  'event-subprocess-trigger': startIn(isEventSubProcess, (start) => {
    if (kindsOf(start).length === 0) return true;
    return strangeKind(start, inEventSubProcess);
  }),
  'event-subprocess-interrupting': startIn(
    isEventSubProcess,
    (start) => start.get?.('isInterrupting') === false && (hasKind(start, 'Error') || hasKind(start, 'Compensate')),
  ),
  'event-subprocess-flows': each(
    ['bpmn:SubProcess'],
    (scope, model) => isEventSubProcess(scope) && model.incoming(scope).length + model.outgoing(scope).length > 0,
  ),
  'called-start-trigger': each(['bpmn:CallActivity'], (call, model) => {
    const called = call.get?.('calledElement');
    const starts = typeof called === 'string' ? startsOf(model.callable(called) ?? { $type: '' }) : [];
    return starts.length > 0 && starts.every((start) => kindsOf(start).length > 0);
  }),
} satisfies Record<string, Constraint>;
