import { isA } from '../element.ts';
import type { Element } from '../element.ts';
import { each } from './constraint.ts';
import type { Constraint } from './constraint.ts';
import { hasKind, isLink, kindsOf, strangeKind } from './event-kinds.ts';

const results = ['Message', 'Error', 'Escalation', 'Cancel', 'Compensate', 'Signal', 'Terminate'];
const catches = ['Message', 'Timer', 'Conditional', 'Link', 'Signal'];
const throws = ['Message', 'Escalation', 'Compensate', 'Link', 'Signal'];

const isIn = (element: Element, type: string): boolean => element.$parent !== undefined && isA(element.$parent, type);
const intermediate = ['bpmn:IntermediateCatchEvent', 'bpmn:IntermediateThrowEvent'];

/** End and intermediate events (10.5.3, 10.5.4). */
export const events = {
  'end-event-outgoing': each(['bpmn:EndEvent'], (end, model) => model.outgoing(end).length > 0),
  'end-event-incoming': each(['bpmn:EndEvent'], (end, model) => model.incoming(end).length === 0),
  'end-event-result': each(['bpmn:EndEvent'], (end) => strangeKind(end, results)),
  'cancel-end-outside': each(['bpmn:EndEvent'], (end) => hasKind(end, 'Cancel') && !isIn(end, 'bpmn:Transaction')),
  'catch-event-trigger': each(['bpmn:IntermediateCatchEvent'], (event) =>
    kindsOf(event).length === 0 ? true : strangeKind(event, catches),
  ),
  'throw-event-result': each(['bpmn:IntermediateThrowEvent'], (event) => strangeKind(event, throws)),
  'intermediate-incoming': each(
    intermediate,
    (event, model) =>
      model.incoming(event).length === 0 &&
      !isLink(event, 'bpmn:IntermediateCatchEvent') &&
      !isIn(event, 'bpmn:AdHocSubProcess'),
  ),
  'intermediate-outgoing': each(
    intermediate,
    (event, model) =>
      model.outgoing(event).length === 0 &&
      !isLink(event, 'bpmn:IntermediateThrowEvent') &&
      !isIn(event, 'bpmn:AdHocSubProcess'),
  ),
} satisfies Record<string, Constraint>;
