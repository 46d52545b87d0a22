import { extension, isA, text } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

/** A business rule task calls a decision that lies in the procedure's folder, and keeps its result. */
export const knownDecision: Rule = ({ decisions }) => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:BusinessRuleTask')) return;
    const called = extension(element, 'zeebe:CalledDecision');
    const decision = text(called, 'decisionId');
    if (decision === undefined) report(reporter, element, 'Business rule task calls no decision');
    else if (!decisions.includes(decision))
      report(reporter, element, `Decision <${decision}> is not in decisions.dmn`, decision);
    if (called && text(called, 'resultVariable') === undefined)
      report(reporter, element, 'Called decision has no result variable');
  },
});
