import { extension, isA, text } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

/** A user task has a form, and a form that is named exists in the manifest. */
export const knownForm: Rule = ({ forms }) => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:UserTask', 'bpmn:StartEvent')) return;
    const form = text(extension(element, 'zeebe:FormDefinition'), 'formId');
    if (form !== undefined && !forms.includes(form))
      report(reporter, element, `Form <${form}> is not in the manifest`, form);
    if (form === undefined && isA(element, 'bpmn:UserTask')) report(reporter, element, 'User task has no form');
  },
});
