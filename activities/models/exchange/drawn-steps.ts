import type { ElementId } from '../../../processes/language/ids.ts';
import type { ModelStep } from '../../casework/deps.ts';
import { child, elements, isA } from '../element.ts';
import type { Element } from '../element.ts';
import { partsOf } from '../foreign/node.ts';
import type { Node } from '../foreign/node.ts';
import { inReadingOrder } from '../steps-of.ts';

/** Whether anything of the model is drawn. */
export const isDrawn = (definitions: Element): boolean =>
  elements(definitions, 'diagrams').some((diagram) => {
    const plane = child(diagram, 'plane');
    return plane !== undefined && elements(plane, 'planeElement').length > 0;
  });

/** Every element inside, the outer ones first. */
export const allIn = (element: Node): Node[] => [element, ...partsOf(element).flatMap(allIn)];

const idOf = (element: Element | undefined): ElementId[] => (element?.id === undefined ? [] : [element.id]);

const kindOf = (element: Element): string => {
  if (isA(element, 'bpmn:SubProcess') && element.get?.('triggeredByEvent') === true) return 'eventSubProcess';
  const kind = element.$type.replace('bpmn:', '');
  return kind === 'Transaction' ? 'subProcess' : `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
};

type Ways = { out: Map<Element, ElementId[]>; entered: Set<Element>; attached: Map<Element, ElementId[]> };

/** Read from the flows themselves: many tools leave out the lists at the elements. */
const waysIn = (all: Node[]): Ways => {
  const ways: Ways = { out: new Map(), entered: new Set(), attached: new Map() };
  const add = (to: Map<Element, ElementId[]>, key: Element | undefined, ids: ElementId[]): void => {
    if (key) to.set(key, [...(to.get(key) ?? []), ...ids]);
  };
  for (const element of all) {
    if (isA(element, 'bpmn:BoundaryEvent')) add(ways.attached, child(element, 'attachedToRef'), idOf(element));
    if (!isA(element, 'bpmn:SequenceFlow')) continue;
    const target = child(element, 'targetRef');
    add(ways.out, child(element, 'sourceRef'), idOf(target));
    if (target) ways.entered.add(target);
  }
  return ways;
};

/** Where a process or subprocess can begin, what only an event begins last. */
const beginnings = (container: Element, { entered }: Ways): ElementId[] => {
  const free = elements(container, 'flowElements').filter(
    (each) => isA(each, 'bpmn:FlowNode') && !isA(each, 'bpmn:BoundaryEvent') && !entered.has(each),
  );
  const later = free.filter((each) => kindOf(each) === 'eventSubProcess');
  return [...free.filter((each) => !later.includes(each)), ...later].flatMap(idOf);
};

/**
 * The steps of a model whether it runs or not, in reading order; those that nothing leads to come last. An id used twice
 * stands for its first element.
 */
export const drawnSteps = (definitions: Node): ModelStep[] => {
  const all = allIn(definitions);
  const ways = waysIn(all);
  const steps = new Map<ElementId, ModelStep>();
  for (const node of all) {
    if (node.id === undefined || steps.has(node.id) || !isA(node, 'bpmn:FlowNode')) continue;
    const next = [...beginnings(node, ways), ...(ways.out.get(node) ?? []), ...(ways.attached.get(node) ?? [])];
    steps.set(node.id, { element: node.id, name: node.name ?? '', kind: kindOf(node), next });
  }
  const roots = all.filter((each) => isA(each, 'bpmn:Process', 'bpmn:Choreography'));
  const ordered = inReadingOrder(
    roots.flatMap((each) => beginnings(each, ways)),
    (id) => steps.get(id),
  );
  const known = new Set(ordered);
  const rest = [...steps.values()].filter((step) => !known.has(step));
  return [...ordered, ...rest].map((step) => ({ ...step, next: step.next.filter((id) => steps.has(id)) }));
};
