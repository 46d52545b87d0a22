import { isA } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

const camelCase = /^[a-z][A-Za-z0-9]*$/;

/** Ids of flow nodes are English camelCase: they name variables, outcomes and steps of running cases for years. */
export const camelCaseId: Rule = () => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:FlowNode')) return;
    const id = element.id ?? '';
    if (!camelCase.test(id)) report(reporter, element, `Id <${id}> is not camelCase`, id);
  },
});
