import { child, elements, isA, text } from '../element.ts';
import type { Element } from '../element.ts';
import { each } from './constraint.ts';
import type { Constraint } from './constraint.ts';
import { kindsOf, strangeKind } from './event-kinds.ts';
import { byReference } from './model-view.ts';
import type { ModelView } from './model-view.ts';

const targetsOf = (model: ModelView, gateway: Element): Element[] =>
  model.outgoing(gateway).flatMap((flow) => child(flow, 'targetRef') ?? []);

const catchable = ['Message', 'Signal', 'Timer', 'Conditional'];
const mayFollowEventGateway = (node: Element): boolean =>
  isA(node, 'bpmn:ReceiveTask') ||
  (isA(node, 'bpmn:IntermediateCatchEvent') && kindsOf(node).length > 0 && strangeKind(node, catchable) === undefined);
const awaitsMessage = (node: Element): boolean =>
  isA(node, 'bpmn:ReceiveTask') || kindsOf(node).every((kind) => kind === 'Message');

const directions: Record<string, (incoming: number, outgoing: number) => boolean> = {
  Converging: (_, outgoing) => outgoing <= 1,
  Diverging: (incoming) => incoming <= 1,
  Mixed: (incoming, outgoing) => incoming > 1 && outgoing > 1,
};

/** Gateways (10.6). */
export const gateways = {
  'gateway-direction': each(['bpmn:Gateway'], (gateway, model) => {
    const direction = text(gateway, 'gatewayDirection') ?? '';
    const fits = directions[direction]?.(model.incoming(gateway).length, model.outgoing(gateway).length);
    return fits === false && direction;
  }),
  'gateway-flows': each(
    ['bpmn:Gateway'],
    (gateway, model) => model.incoming(gateway).length < 2 && model.outgoing(gateway).length < 2,
  ),
  'event-gateway-outgoing': each(['bpmn:EventBasedGateway'], (gateway, model) => model.outgoing(gateway).length < 2),
  'event-gateway-target': each(
    ['bpmn:EventBasedGateway'],
    (gateway, model) => targetsOf(model, gateway).find((node) => !mayFollowEventGateway(node))?.id,
  ),
  'event-gateway-mixed': each(['bpmn:EventBasedGateway'], (gateway, model) => {
    const targets = targetsOf(model, gateway);
    return (
      targets.some((node) => isA(node, 'bpmn:ReceiveTask')) &&
      targets.some((node) => isA(node, 'bpmn:IntermediateCatchEvent') && kindsOf(node).includes('Message'))
    );
  }),
  'event-gateway-boundary': (model) => {
    const hosts = byReference(model.of('bpmn:BoundaryEvent'), 'attachedToRef');
    return each(
      ['bpmn:EventBasedGateway'],
      (gateway) => targetsOf(model, gateway).find((node) => hosts.has(node))?.id,
    )(model);
  },
  'event-gateway-join': each(
    ['bpmn:EventBasedGateway'],
    (gateway, model) => targetsOf(model, gateway).find((node) => model.incoming(node).length > 1)?.id,
  ),
  'event-gateway-start': each(
    ['bpmn:EventBasedGateway'],
    (gateway, model) =>
      gateway.get?.('instantiate') === true &&
      (targetsOf(model, gateway).some((node) => !awaitsMessage(node)) ||
        model.incoming(gateway).some((flow) => {
          const source = child(flow, 'sourceRef');
          return !source || !isA(source, 'bpmn:StartEvent') || elements(source, 'eventDefinitions').length > 0;
        })),
  ),
} satisfies Record<string, Constraint>;
