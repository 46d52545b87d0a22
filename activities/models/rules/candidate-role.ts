import { child, elements, extension, isA, setting, text } from '../element.ts';
import type { Element } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

const lanesIn = (holder: Element | undefined): Element[] =>
  holder ? elements(holder, 'lanes').flatMap((lane) => [lane, ...lanesIn(child(lane, 'childLaneSet'))]) : [];

/** The role of the lane in which the element, or the subprocess around it, is drawn. */
const laneRole = (element: Element): string | undefined => {
  const container = element.$parent;
  if (!container) return undefined;
  const lane = elements(container, 'laneSets')
    .flatMap(lanesIn)
    .findLast((each) => elements(each, 'flowNodeRef').includes(element) && setting(each, 'role', 'id') !== undefined);
  return lane ? setting(lane, 'role', 'id') : laneRole(container);
};

/** A user task names who may take it, or its lane does, in roles that exist: without one nobody would ever see the task. */
export const candidateRole: Rule = ({ roles }) => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:UserTask')) return;
    const groups = text(extension(element, 'zeebe:AssignmentDefinition'), 'candidateGroups') ?? laneRole(element);
    if (groups === undefined) {
      report(reporter, element, 'User task has no candidate role');
      return;
    }
    for (const role of groups.split(',').map((part) => part.trim()))
      if (!roles.includes(role)) report(reporter, element, `Candidate role <${role}> does not exist`, role);
  },
});
