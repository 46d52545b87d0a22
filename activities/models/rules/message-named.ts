import { child, elements, isA, text } from '../element.ts';
import type { Element } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

const catches = (element: Element): Element[] => {
  if (isA(element, 'bpmn:ReceiveTask')) return [element];
  if (!isA(element, 'bpmn:CatchEvent')) return [];
  return elements(element, 'eventDefinitions').filter((each) => isA(each, 'bpmn:MessageEventDefinition'));
};

/** Whoever waits for a message names it: messages are delivered by that name. */
export const messageNamed: Rule = () => ({
  check(element, reporter) {
    for (const waiting of catches(element))
      if (text(child(waiting, 'messageRef'), 'name') === undefined)
        report(reporter, element, 'Element waits for a message without a name');
  },
});
