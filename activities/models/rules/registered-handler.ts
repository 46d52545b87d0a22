import { elements, extension, isA, text } from '../element.ts';
import type { Element } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

const throwsMessage = (element: Element): boolean =>
  isA(element, 'bpmn:IntermediateThrowEvent', 'bpmn:EndEvent') &&
  elements(element, 'eventDefinitions').some((definition) => isA(definition, 'bpmn:MessageEventDefinition'));

/** A service task, and everything else that does work outside, names a handler that is registered. */
export const registeredHandler: Rule = ({ handlers }) => ({
  check(element, reporter) {
    const handler = text(extension(element, 'zeebe:TaskDefinition'), 'type');
    if (handler !== undefined && !handlers.includes(handler))
      report(reporter, element, `Handler <${handler}> is not registered`, handler);
    if (handler === undefined && (isA(element, 'bpmn:ServiceTask', 'bpmn:SendTask') || throwsMessage(element)))
      report(reporter, element, 'Element names no handler');
  },
});
