import { isA } from '../element.ts';
import type { Element } from '../element.ts';
import { eachExecutable } from './constraint.ts';
import type { Broken, Constraint } from './constraint.ts';
import { referencesOf } from './model-view.ts';

/** Message flows and conversations connect activities too, though the metamodel's `InteractionNode` leaves some out (7.6.2). */
const fits = (target: Element, type: string): boolean =>
  isA(target, type) || (type === 'bpmn:InteractionNode' && isA(target, 'bpmn:Activity'));

/** Ids, and what references lead to (8.3.1). */
export const identity = {
  'id-missing': eachExecutable(
    ['bpmn:FlowNode', 'bpmn:SequenceFlow'],
    // an implicit event is the event of a multi-instance activity and no node of its own
    (element) => (element.id ?? '') === '' && !isA(element, 'bpmn:ImplicitThrowEvent'),
  ),
  'reference-type': (model) =>
    model.of('bpmn:BaseElement', 'bpmn:InputOutputBinding').flatMap((element) =>
      referencesOf(element)
        .filter(({ target, type }) => !fits(target, type))
        .map(({ name, target }): Broken => ({ element, named: `${name} → ${target.id ?? ''}` })),
    ),
} satisfies Record<string, Constraint>;
