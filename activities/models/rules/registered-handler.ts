import { child, elements, extension, isA, text } from '../element.ts';
import type { Element } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

/** A send task or event that names a message and no handler sends it inside the case. */
const worksOutside = (element: Element): boolean => {
  if (isA(element, 'bpmn:ServiceTask')) return true;
  if (isA(element, 'bpmn:SendTask')) return child(element, 'messageRef') === undefined;
  if (!isA(element, 'bpmn:IntermediateThrowEvent', 'bpmn:EndEvent')) return false;
  return elements(element, 'eventDefinitions').some(
    (definition) => isA(definition, 'bpmn:MessageEventDefinition') && child(definition, 'messageRef') === undefined,
  );
};

/** A service task, and everything else that does work outside, names a handler that is registered. */
export const registeredHandler: Rule = ({ handlers }) => ({
  check(element, reporter) {
    const handler = text(extension(element, 'zeebe:TaskDefinition'), 'type');
    if (handler !== undefined && !handlers.includes(handler))
      report(reporter, element, `Handler <${handler}> is not registered`, handler);
    if (handler === undefined && worksOutside(element)) report(reporter, element, 'Element names no handler');
  },
});
