import { childOf, listOf, settingOf, type ModdleElement } from './moddle.ts';

const lanesIn = (holder: ModdleElement | undefined): ModdleElement[] =>
  listOf(holder, 'lanes').flatMap((lane) => [lane, ...lanesIn(childOf(lane, 'childLaneSet'))]);

/**
 * Default roles by element id: a lane's `obieg:role` is that of the tasks drawn in it; the innermost lane that has one counts.
 */
export const laneRoles = (container: ModdleElement): Map<string, string> => {
  const roles = new Map<string, string>();
  for (const lane of listOf(container, 'laneSets').flatMap(lanesIn)) {
    const role = settingOf(lane, 'Role', 'id');
    for (const { id } of role === undefined ? [] : listOf(lane, 'flowNodeRef'))
      if (id !== undefined && role !== undefined) roles.set(id, role);
  }
  return roles;
};
