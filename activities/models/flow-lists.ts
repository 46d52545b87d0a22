import { child, elements, isA } from './element.ts';
import type { Element } from './element.ts';

const add = (list: Element[], flow: Element): void => {
  if (!list.includes(flow)) list.push(flow);
};

/**
 * Completes, in a parsed model, what each element lists as incoming and outgoing from the sequence flows themselves: the
 * lists are redundant in the file and many tools leave them out, but the linter reads nothing else.
 */
export const completeFlowLists = (container: Element): void => {
  for (const inner of [...elements(container, 'rootElements'), ...elements(container, 'flowElements')]) {
    completeFlowLists(inner);
    if (!isA(inner, 'bpmn:SequenceFlow')) continue;
    const source = child(inner, 'sourceRef');
    const target = child(inner, 'targetRef');
    if (source) add(elements(source, 'outgoing'), inner);
    if (target) add(elements(target, 'incoming'), inner);
  }
};
