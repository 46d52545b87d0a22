import type { Actor, Assignment, Role } from '../../processes/language/party.ts';
import type { UnitId } from '../../processes/language/ids.ts';

/** How the record names who acts: a person's id, `applicant` for a party without account, or `system:<part>`. */
export const actorRef = (actor: Actor): string => {
  switch (actor.kind) {
    case 'staff':
    case 'parent':
      return actor.person.id;
    case 'anonymous':
      return 'applicant';
    case 'system':
      return `system:${actor.name}`;
  }
};

export const assignmentsOf = (actor: Actor): Assignment[] => (actor.kind === 'staff' ? actor.person.assignments : []);

/** The roles with which somebody may start a case: staff by their offices, everybody else as the party. */
export const startingRoles = (actor: Actor): Role[] =>
  actor.kind === 'staff' ? [...new Set(actor.person.assignments.map(({ role }) => role))] : ['applicant'];

export const holdsRole = (actor: Actor, role: Role, unit: UnitId): boolean =>
  assignmentsOf(actor).some((held) => held.role === role && held.unit === unit);
