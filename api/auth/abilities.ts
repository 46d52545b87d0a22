import { createMongoAbility, subject } from '@casl/ability';
import { rulesToCondition } from '@casl/ability/extra';
import type { ForcedSubject, MongoAbility, RawRuleOf } from '@casl/ability';
import type { Actor, Assignment, CandidateRole } from '../../processes/language/party.ts';
import type { Condition, Scope } from '../../activities/store/scope.ts';
import type { PersonId, UnitId } from '../../processes/language/ids.ts';
import { emptyScope, scopeOf } from '../../activities/store/scope.ts';

/** `content` is what a case says (data, documents, letters); `case` only that it exists, its stage, steps and incidents; `model` a file somebody brings. */
type Subject = 'case' | 'content' | 'task' | 'incident' | 'procedure' | 'model';
type Action = 'read' | 'act' | 'message' | 'retry' | 'operate' | 'deploy' | 'check';
type Thing = Subject | (Record<string, unknown> & ForcedSubject<Subject>);
export type Abilities = MongoAbility<[Action, Thing]>;

/** How the inbox index writes who may take a task: `clerk:wydzial`. */
export const taskKeys = (assignments: readonly Assignment[]): string[] =>
  assignments.map(({ role, unit }) => `${role}:${unit}`);

type Rule = { action: Action; subject: Subject[]; conditions: Condition };
const can = (action: Action, subjects: Subject[], conditions: Condition = {}): Rule => ({
  action,
  subject: subjects,
  conditions,
});

/**
 * All that anybody may do, in one place. Conditions are Mongo queries over stored records, so that a list and a single
 * read obey the same rule. Who is not named here may do nothing.
 */
export function abilitiesOf(actor: Actor, departments: ReadonlySet<UnitId>): Abilities {
  const rules =
    actor.kind === 'parent'
      ? ofParent(actor.person.id)
      : actor.kind === 'staff'
        ? actor.person.assignments.flatMap((held) => ofAssignment(held, departments.has(held.unit)))
        : [];
  return createMongoAbility<Abilities>(rules as RawRuleOf<Abilities>[]);
}

const ofParent = (person: PersonId): Rule[] => [
  can('read', ['case', 'content'], { applicant: person }),
  // `person` finds the parent's own drafts, which name neither case nor applicant.
  can('read', ['task'], { $or: [{ applicant: person }, { person }] }),
  can('act', ['task'], { candidateKeys: { $in: ['applicant'] } }),
];

/** What one assignment gives. The department sees every unit; everybody else their own. */
function ofAssignment(held: Assignment, isDepartment: boolean): Rule[] {
  if (held.role === 'administrator')
    return [
      can('read', ['case']),
      can('message', ['case']),
      can('operate', ['case']),
      can('retry', ['incident']),
      can('deploy', ['procedure']),
      can('check', ['model']),
    ];
  if (held.role === 'applicant') return [];
  const own = isDepartment ? {} : { unit: held.unit };
  return [
    can('read', ['case', 'content', 'task'], own),
    can('act', ['task'], { candidateKeys: { $in: taskKeys([held]) } }),
    can('message', ['case'], own),
    ...(isDepartment ? [can('check', ['model'])] : []),
  ];
}

/** The rules for an action as a scope for the store; sees nothing without a rule. */
export function scopeFor(abilities: Abilities, action: Action, about: Subject): Scope {
  const condition = rulesToCondition<Abilities, Condition, Condition>(
    abilities.rulesFor(action, about),
    (rule) => rule.conditions ?? {},
    {
      and: (all) => ({ $and: all }),
      or: (any) => (any.length === 1 && any[0] ? any[0] : { $or: any }),
      empty: () => ({}),
    },
  );
  return condition === null ? emptyScope : scopeOf(condition, `${action} ${about}`);
}

export const may = (abilities: Abilities, action: Action, about: Subject, record?: Record<string, unknown>): boolean =>
  abilities.can(action, record === undefined ? about : subject(about, { ...record }));

type Seated = { candidate: CandidateRole[]; unit: { id: UnitId } };

/** Whether somebody holds a role that a task waits for; that they may see the task is proven before, by the scope. */
export const mayAct = (abilities: Abilities, task: Seated, department: UnitId | undefined): boolean =>
  may(abilities, 'act', 'task', { candidateKeys: task.candidate.map((role) => keyOf(role, task.unit.id, department)) });

const keyOf = (candidate: CandidateRole, unit: UnitId, department: UnitId | undefined): string => {
  const [role = '', seat] = candidate.split('@');
  if (seat === 'case') return 'applicant';
  return `${role}:${seat === 'department' ? (department ?? '') : unit}`;
};
