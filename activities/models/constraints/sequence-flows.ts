import { child, elements, isA } from '../element.ts';
import type { Element } from '../element.ts';
import { each, eachExecutable } from './constraint.ts';
import type { Constraint } from './constraint.ts';
import { isEventSubProcess, isLink } from './event-kinds.ts';
import type { ModelView } from './model-view.ts';

const choosing = ['bpmn:Activity', 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway'];
const endsOf = { incoming: 'targetRef', outgoing: 'sourceRef' } as const;
type List = keyof typeof endsOf;
const lists = ['incoming', 'outgoing'] as const;
/** Flows that some node lists as its own, where they are. */
const listedFlows = (model: ModelView, list: List): Set<Element> =>
  new Set(
    model
      .of('bpmn:FlowNode')
      .flatMap((node) => elements(node, list).filter((flow) => child(flow, endsOf[list]) === node)),
  );

/** Processes and subprocesses that have such an element directly in them. */
const scopesWith = (model: ModelView, type: string): Set<Element | undefined> =>
  new Set(model.of(type).map(({ $parent }) => $parent));

/** Nodes that are reached by other ways than a flow (10.5.2, 10.3.5, 10.7). */
const entersByItself = (node: Element): boolean =>
  isA(node, 'bpmn:StartEvent', 'bpmn:BoundaryEvent') ||
  node.get?.('isForCompensation') === true ||
  isEventSubProcess(node) ||
  isLink(node, 'bpmn:IntermediateCatchEvent');

const leavesByItself = (node: Element): boolean =>
  isA(node, 'bpmn:EndEvent') ||
  // a boundary event has a rule of its own
  isA(node, 'bpmn:BoundaryEvent') ||
  node.get?.('isForCompensation') === true ||
  isEventSubProcess(node) ||
  isLink(node, 'bpmn:IntermediateThrowEvent');

const instantiates = (model: ModelView, scope: Element): boolean =>
  elements(scope, 'flowElements').some(
    (node) => node.get?.('instantiate') === true && model.incoming(node).length === 0,
  );

/** Sequence flows and the nodes at their ends (8.4.13, 10.5.2, 10.5.3). */
export const sequenceFlows = {
  'flow-crosses-border': each(['bpmn:SequenceFlow'], (flow) => {
    const source = child(flow, 'sourceRef');
    const target = child(flow, 'targetRef');
    return source !== undefined && target !== undefined && source.$parent !== target.$parent;
  }),
  // The lists are redundant in XML and many tools leave them out; where they are, they must tell the same as the flows.
  'flow-lists': (model) => {
    const [incoming, outgoing] = [listedFlows(model, 'incoming'), listedFlows(model, 'outgoing')];
    return [
      ...each(['bpmn:SequenceFlow'], (flow) => incoming.has(flow) !== outgoing.has(flow))(model),
      ...each(['bpmn:FlowNode'], (node) =>
        lists.some((list) => elements(node, list).some((flow) => child(flow, endsOf[list]) !== node)),
      )(model),
    ];
  },
  'flow-immediate': eachExecutable(['bpmn:SequenceFlow'], (flow) => flow.get?.('isImmediate') === false),
  'condition-alone': each(
    ['bpmn:Activity'],
    (activity, model) =>
      model.outgoing(activity).length === 1 &&
      model.outgoing(activity).some((flow) => child(flow, 'conditionExpression') !== undefined),
  ),
  'condition-source': each(['bpmn:SequenceFlow'], (flow) => {
    const source = child(flow, 'sourceRef');
    return child(flow, 'conditionExpression') !== undefined && source !== undefined && !isA(source, ...choosing);
  }),
  'default-flow-foreign': each(['bpmn:Activity', 'bpmn:Gateway'], (node) => {
    const flow = child(node, 'default');
    return flow !== undefined && child(flow, 'sourceRef') !== node;
  }),
  'node-incoming': (model) => {
    const started = scopesWith(model, 'bpmn:StartEvent');
    return each(
      ['bpmn:FlowNode'],
      (node) => model.incoming(node).length === 0 && !entersByItself(node) && started.has(node.$parent),
    )(model);
  },
  'node-outgoing': (model) => {
    const ended = scopesWith(model, 'bpmn:EndEvent');
    return each(
      ['bpmn:FlowNode'],
      (node) => model.outgoing(node).length === 0 && !leavesByItself(node) && ended.has(node.$parent),
    )(model);
  },
  'end-without-start': (model) => {
    const started = scopesWith(model, 'bpmn:StartEvent');
    return [...scopesWith(model, 'bpmn:EndEvent')].flatMap((scope) =>
      scope === undefined || started.has(scope) || instantiates(model, scope) ? [] : [{ element: scope }],
    );
  },
  'start-without-end': (model) => {
    const ended = scopesWith(model, 'bpmn:EndEvent');
    return [...scopesWith(model, 'bpmn:StartEvent')].flatMap((scope) =>
      scope === undefined || ended.has(scope) ? [] : [{ element: scope }],
    );
  },
} satisfies Record<string, Constraint>;
