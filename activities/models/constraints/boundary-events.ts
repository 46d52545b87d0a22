import { child, isA } from '../element.ts';
import type { Element } from '../element.ts';
import { each } from './constraint.ts';
import type { Constraint } from './constraint.ts';
import { hasKind, kindsOf, strangeKind } from './event-kinds.ts';
import { byReference } from './model-view.ts';
import type { ModelView } from './model-view.ts';

const triggers = ['Message', 'Timer', 'Error', 'Escalation', 'Cancel', 'Compensate', 'Conditional', 'Signal'];
const interrupting = ['Error', 'Cancel', 'Compensate'];

const boundary = (breaks: (event: Element, model: ModelView) => boolean | string | undefined): Constraint =>
  each(['bpmn:BoundaryEvent'], breaks);

/** A rule about the activities that compensation events are associated with. */
const compensation =
  (breaks: (handlers: Element[]) => boolean): Constraint =>
  (model) => {
    const associations = byReference(model.of('bpmn:Association'), 'sourceRef');
    return boundary((event) => {
      if (!hasKind(event, 'Compensate')) return false;
      const targets = (associations.get(event) ?? []).flatMap((each) => child(each, 'targetRef') ?? []);
      return breaks(targets.filter((target) => isA(target, 'bpmn:Activity')));
    })(model);
  };

/** Boundary events and compensation (10.5.4, 10.7). */
export const boundaryEvents = {
  'boundary-host': boundary((event) => {
    const host = child(event, 'attachedToRef');
    return host === undefined || !isA(host, 'bpmn:Activity') || host.$parent !== event.$parent;
  }),
  'boundary-trigger': boundary((event) => (kindsOf(event).length === 0 ? true : strangeKind(event, triggers))),
  'boundary-interrupting': boundary((event) =>
    event.get?.('cancelActivity') === false ? kindsOf(event).find((kind) => interrupting.includes(kind)) : undefined,
  ),
  'boundary-cancel': boundary((event) => {
    const host = child(event, 'attachedToRef');
    return hasKind(event, 'Cancel') && host !== undefined && !isA(host, 'bpmn:Transaction');
  }),
  'boundary-incoming': boundary((event, model) => model.incoming(event).length > 0),
  'boundary-outgoing': boundary((event, model) => !hasKind(event, 'Compensate') && model.outgoing(event).length === 0),
  'compensation-flow': boundary((event, model) => hasKind(event, 'Compensate') && model.outgoing(event).length > 0),
  'compensation-handler': compensation((handlers) => handlers.length !== 1),
  'compensation-marker': compensation((handlers) =>
    handlers.some((handler) => handler.get?.('isForCompensation') !== true),
  ),
  'compensation-handler-flows': each(
    ['bpmn:Activity'],
    (activity, model) =>
      activity.get?.('isForCompensation') === true &&
      model.incoming(activity).length + model.outgoing(activity).length > 0,
  ),
} satisfies Record<string, Constraint>;
