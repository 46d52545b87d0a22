import type { Instant } from '../../processes/language/ids.ts';
import type { Effect } from '../../workflows/engine/contract.ts';
import type { ProjectedStep } from '../../workflows/ports.ts';
import type { CaseRecord } from './records.ts';

const ended = (status: CaseRecord['status']): boolean => status === 'completed';

/** `incident` as long as one is open, whatever else happens in the case. */
const statusOf = ({ status, incidents }: CaseRecord): CaseRecord['status'] => {
  if (ended(status)) return status;
  return incidents.some(({ resolvedAt }) => resolvedAt === undefined) ? 'incident' : 'open';
};

const passed = (stages: string[], stage: string): string[] => (stages.at(-1) === stage ? stages : [...stages, stage]);

function applied(before: CaseRecord, effect: Effect, at: Instant): CaseRecord {
  const { steps, incidents, waiting } = before;
  switch (effect.kind) {
    case 'elementEntered': {
      const { instance, element } = effect;
      return { ...before, steps: [...steps, { element, instance, enteredAt: effect.at }] };
    }
    case 'elementLeft': {
      const left = { leftAt: effect.at, how: effect.how };
      return {
        ...before,
        steps: steps.map((one) => (one.instance === effect.instance && !one.leftAt ? { ...one, ...left } : one)),
      };
    }
    case 'elementMigrated': {
      const { from, to } = effect;
      const renamed = <One extends { element: string }>(one: One): One =>
        one.element === from ? { ...one, element: to } : one;
      return {
        ...before,
        steps: steps.map((one) => (one.instance === effect.instance ? renamed(one) : one)),
        incidents: incidents.map((one) => (one.id === effect.incident ? renamed(one) : one)),
      };
    }
    case 'flowTaken':
      return { ...before, flowsTaken: [...before.flowsTaken, effect.flow] };
    case 'subscribed': {
      const { instance, element, message } = effect;
      return { ...before, waiting: [...waiting, { instance, element, message }] };
    }
    case 'unsubscribed':
      return { ...before, waiting: waiting.filter(({ instance }) => instance !== effect.instance) };
    case 'stageReached':
      return { ...before, stage: effect.stage, stagesPassed: passed(before.stagesPassed, effect.stage) };
    case 'variablesSet':
      return { ...before, variables: { ...before.variables, ...effect.variables } };
    case 'incidentRaised': {
      const { incident, element, failure, detail } = effect;
      return { ...before, incidents: [...incidents, { id: incident, element, failure, detail, since: at }] };
    }
    case 'incidentResolved':
      return {
        ...before,
        incidents: incidents.map((one) =>
          one.id === effect.incident && !one.resolvedAt ? { ...one, resolvedAt: at } : one,
        ),
      };
    case 'caseEnded':
      return { ...before, status: 'completed', outcome: effect.outcome, closedAt: at, waiting: [] };
    case 'taskChanged':
    case 'taskOpened':
    case 'taskClosed':
    case 'activityStarted':
    case 'activityCancelled':
    case 'timerStarted':
    case 'timerCancelled':
    case 'inputIgnored':
    case 'signalAwaited':
    case 'signalThrown':
    case 'messageThrown':
    case 'escalationThrown':
      break;
  }
  return before;
}

/** Whether the step still has to be applied: one seen before has not. A step that left others out throws, to be retried. */
export function isNext(record: Pick<CaseRecord, '_id' | 'seq'>, step: ProjectedStep): boolean {
  if (step.seq > record.seq + 1)
    throw new Error(`Expected step ${record.seq + 1} of case ${record._id} but got step ${step.seq}`);
  return step.seq === record.seq + 1;
}

/** The case as it is after one engine step. */
export function projectCase(before: CaseRecord, step: ProjectedStep): CaseRecord {
  const after = step.effects.reduce((record, effect) => applied(record, effect, step.at), before);
  return { ...after, seq: step.seq, status: statusOf(after) };
}
