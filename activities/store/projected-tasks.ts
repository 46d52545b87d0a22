import { localDateOf } from '../../processes/language/zone.ts';
import type { CandidateRole } from '../../processes/language/party.ts';
import type { CaseId, TaskId, UnitId } from '../../processes/language/ids.ts';
import type { OpenTask } from '../../workflows/engine/contract.ts';
import type { ProjectedStep } from '../../workflows/ports.ts';
import type { CaseRecord, TaskRecord } from './records.ts';

export type TaskClosing = Required<Pick<TaskRecord, '_id' | 'closedAt' | 'closedBy'>> & {
  state: 'completed' | 'cancelled';
};

/** Id of the Wydział Oświaty, asked for only by steps that hand a task to it. */
export type Department = UnitId | undefined;

export const taskIdOf = (caseId: CaseId, instance: string): TaskId => `${caseId}.${instance}` as TaskId;

const split = (candidate: CandidateRole): { role: string; seat: string } => {
  const [role = '', seat = ''] = candidate.split('@');
  return { role, seat };
};

export const needsDepartment = (step: ProjectedStep): boolean =>
  step.effects.some(
    (effect) =>
      (effect.kind === 'taskOpened' || effect.kind === 'taskChanged') &&
      effect.task.candidate.some((one) => split(one).seat === 'department'),
  );

function seatUnitOf(owner: CaseRecord, candidate: CandidateRole, department: Department): UnitId {
  if (split(candidate).seat !== 'department') return owner.unit;
  if (!department) throw new Error('Expected one unit of kind department but there is none');
  return department;
}

function keyOf(owner: CaseRecord, candidate: CandidateRole, department: Department): string {
  const { role, seat } = split(candidate);
  return seat === 'case' ? `${role}:${owner._id}` : `${role}:${seatUnitOf(owner, candidate, department)}`;
}

/** A task is due when its own term says; without one, when the case has to be settled by law. */
function termOf({ term, stagesPassed }: CaseRecord, due: OpenTask['due']): Pick<TaskRecord, 'dueOn' | 'dueBasis'> {
  if (due) return { dueOn: localDateOf(due.at), ...(due.basis !== undefined && { dueBasis: due.basis }) };
  return isSettled(term.until, stagesPassed) ? {} : { dueOn: term.dueOn, dueBasis: term.basis };
}

/** Whether the stage with which the statutory term stops has been reached. */
export const isSettled = (until: string | undefined, stagesPassed: string[]): boolean =>
  until !== undefined && stagesPassed.includes(until);

function taskOf(owner: CaseRecord, task: OpenTask, step: ProjectedStep, department: Department): TaskRecord {
  const { due, ...given } = task;
  const [first] = task.candidate;
  return {
    ...given,
    _id: taskIdOf(owner._id, task.instance),
    case: owner._id,
    number: owner.number,
    procedureId: owner.procedureId,
    definition: task.definition ?? step.definition,
    unit: owner.unit,
    seatUnit: first ? seatUnitOf(owner, first, department) : owner.unit,
    candidateKeys: task.candidate.map((candidate) => keyOf(owner, candidate, department)),
    ...(owner.applicant && { applicant: owner.applicant }),
    ...(owner.subject !== undefined && { subject: owner.subject }),
    state: 'open',
    openedAt: step.at,
    ...termOf(owner, due),
  };
}

export const openedTasks = (owner: CaseRecord, step: ProjectedStep, department: Department): TaskRecord[] =>
  step.effects.flatMap((effect) =>
    effect.kind === 'taskOpened' ? [taskOf(owner, effect.task, step, department)] : [],
  );

/** A task as another version of the procedure has it; since when it is open stays, and so does whoever works on it. */
export const changedTasks = (
  owner: CaseRecord,
  step: ProjectedStep,
  department: Department,
): Omit<TaskRecord, 'openedAt' | 'state'>[] =>
  step.effects.flatMap((effect) => {
    if (effect.kind !== 'taskChanged') return [];
    const { openedAt: _, state: __, ...changed } = taskOf(owner, effect.task, step, department);
    return [changed];
  });

export const closedTasks = (step: ProjectedStep): TaskClosing[] =>
  step.effects.flatMap((effect) =>
    effect.kind === 'taskClosed'
      ? [
          {
            _id: taskIdOf(step.caseId, effect.instance),
            state: effect.how,
            closedAt: step.at,
            closedBy: effect.by ?? step.cause.by,
          },
        ]
      : [],
  );
