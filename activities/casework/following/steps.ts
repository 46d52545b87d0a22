import type { CaseRecord } from '../../store/records.ts';
import type { ModelStep } from '../deps.ts';
import type { StepView } from '../../../processes/language/case.ts';

/** The steps of the model in reading order with what has happened to each: the diagram in words. */
export const stepViews = (steps: ModelStep[], record: CaseRecord): StepView[] =>
  steps.map((step) => {
    const visits = record.steps.filter(({ element }) => element === step.element);
    const last = visits.at(-1);
    const broken = record.incidents.some((one) => one.element === step.element && one.resolvedAt === undefined);
    return {
      ...step,
      count: visits.length,
      state: broken ? 'incident' : stateOf(last),
      ...(last ? { enteredAt: last.enteredAt } : {}),
      ...(last?.leftAt === undefined ? {} : { leftAt: last.leftAt }),
    };
  });

const stateOf = (visit: CaseRecord['steps'][number] | undefined): StepView['state'] => {
  if (!visit) return 'future';
  if (visit.leftAt === undefined) return 'active';
  return visit.how === 'cancelled' ? 'cancelled' : 'done';
};
