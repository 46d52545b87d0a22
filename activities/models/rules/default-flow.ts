import { child, elements, isA } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

/** A gateway that chooses by conditions has a default flow: a case must never stand where no condition holds. */
export const defaultFlow: Rule = () => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway')) return;
    const conditional = elements(element, 'outgoing').some((flow) => child(flow, 'conditionExpression'));
    if (conditional && !child(element, 'default'))
      report(reporter, element, 'Gateway with conditions has no default flow');
  },
});
