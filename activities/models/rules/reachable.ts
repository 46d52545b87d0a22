import { child, elements, isA } from '../element.ts';
import type { Element } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

const next = (element: Element, nodes: Element[]): Element[] => [
  ...elements(element, 'outgoing').flatMap((flow) => child(flow, 'targetRef') ?? []),
  ...nodes.filter((node) => isA(node, 'bpmn:BoundaryEvent') && child(node, 'attachedToRef') === element),
];

const startsByItself = (node: Element): boolean =>
  isA(node, 'bpmn:StartEvent') ||
  node.get?.('triggeredByEvent') === true ||
  node.get?.('isForCompensation') === true ||
  (isA(node, 'bpmn:IntermediateCatchEvent') &&
    elements(node, 'eventDefinitions').some((definition) => isA(definition, 'bpmn:LinkEventDefinition')));

/** Every flow node can be reached from a start event of its own process or subprocess. */
export const reachable: Rule = () => ({
  check(container, reporter) {
    if (!isA(container, 'bpmn:Process', 'bpmn:SubProcess') || isA(container, 'bpmn:AdHocSubProcess')) return;
    const nodes = elements(container, 'flowElements').filter((element) => isA(element, 'bpmn:FlowNode'));
    const reached = new Set(nodes.filter(startsByItself));
    for (const element of reached) for (const node of next(element, nodes)) reached.add(node);
    for (const node of nodes) if (!reached.has(node)) report(reporter, node, 'Element cannot be reached');
  },
});
