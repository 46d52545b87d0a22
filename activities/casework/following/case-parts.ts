import { isSettled } from '../../store/projected-tasks.ts';
import { workingDaysLeft } from '../tasks/task-rows.ts';
import type { CaseRecord } from '../../store/records.ts';
import type { Instant } from '../../../processes/language/ids.ts';
import type { Procedure } from '../../../processes/language/procedure.ts';
import type { StageState, TermView } from '../../../processes/language/case.ts';

/** Every public stage of the procedure: passed, present, to come. A closed case has no present stage. */
export function stageStates({ stages }: Procedure, record: CaseRecord): StageState[] {
  const closed = record.status === 'completed';
  const present = stages.findIndex(({ id }) => id === record.stage);
  return stages.map(({ id, label }, index) => {
    const done = record.stagesPassed.includes(id) || index < present;
    return { id, label, state: id === record.stage && !closed ? 'now' : done ? 'done' : 'next' };
  });
}

export const termView = (now: Instant, { term, stagesPassed, status }: CaseRecord): TermView => ({
  dueOn: term.dueOn,
  basis: term.basis,
  derivation: term.derivation,
  workingDaysLeft: workingDaysLeft(now, term.dueOn),
  settled: status === 'completed' || isSettled(term.until, stagesPassed),
});
