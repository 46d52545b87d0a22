import { extension, isA, text } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

/** A user task names who may take it, in roles that exist: without one nobody would ever see the task. */
export const candidateRole: Rule = ({ roles }) => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:UserTask')) return;
    const groups = text(extension(element, 'zeebe:AssignmentDefinition'), 'candidateGroups');
    if (groups === undefined) {
      report(reporter, element, 'User task has no candidate role');
      return;
    }
    for (const role of groups.split(',').map((part) => part.trim()))
      if (!roles.includes(role)) report(reporter, element, `Candidate role <${role}> does not exist`, role);
  },
});
