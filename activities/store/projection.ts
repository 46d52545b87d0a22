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

const withoutWait = (before: CaseRecord, wait: string): CaseRecord => {
  const others = ({ instance }: { instance: string }): boolean => instance !== wait;
  const waiting = before.waiting.filter(others);
  return { ...before, waiting, ...(before.signals && { signals: before.signals.filter(others) }) };
};

const closed = (record: CaseRecord, outcome: string, at: Instant): CaseRecord => {
  const { signals: _, suspended: __, ...before } = record;
  const how = before.cancelled ? 'cancelled' : outcome;
  return { ...before, status: 'completed', outcome: how, closedAt: at, waiting: [] };
};

type Walked = Extract<Effect, { kind: 'elementEntered' | 'elementLeft' | 'elementMigrated' }>;

/** Where the case has been, and under which names. */
function walked(before: CaseRecord, effect: Walked): CaseRecord {
  const { steps, incidents } = before;
  const { instance } = effect;
  if (effect.kind === 'elementEntered')
    return { ...before, steps: [...steps, { element: effect.element, instance, enteredAt: effect.at }] };
  if (effect.kind === 'elementLeft') {
    const left = { leftAt: effect.at, how: effect.how };
    return {
      ...before,
      steps: steps.map((one) => (one.instance === instance && !one.leftAt ? { ...one, ...left } : one)),
    };
  }
  const { to, incident } = effect;
  return {
    ...before,
    steps: steps.map((one) => (one.instance === instance ? { ...one, element: to } : one)),
    incidents: incidents.map((one) => (one.id === incident ? { ...one, element: to } : one)),
  };
}

/** What an operator did to the case as a whole. */
function operated(
  before: CaseRecord,
  { at, cause: { input, by }, definition, version, effects }: ProjectedStep,
): CaseRecord {
  if (effects.some(({ kind }) => kind === 'inputIgnored')) return before;
  if (input === 'caseSuspended') return { ...before, suspended: { at, by } };
  if (input === 'caseCancelled') return { ...before, cancelled: { at, by } };
  if (input === 'caseMigrated' && version !== undefined) return { ...before, definition, version };
  if (input !== 'caseResumed') return before;
  const { suspended: _, ...resumed } = before;
  return resumed;
}

function applied(before: CaseRecord, effect: Effect, at: Instant): CaseRecord {
  const { incidents, waiting } = before;
  switch (effect.kind) {
    case 'elementEntered':
    case 'elementLeft':
    case 'elementMigrated':
      return walked(before, effect);
    case 'flowTaken':
      return { ...before, flowsTaken: [...before.flowsTaken, effect.flow] };
    case 'subscribed': {
      const { instance, element, message } = effect;
      return { ...before, waiting: [...waiting, { instance, element, message }] };
    }
    case 'signalAwaited': {
      const { instance, element, signal } = effect;
      return { ...before, signals: [...(before.signals ?? []), { instance, element, signal }] };
    }
    case 'unsubscribed':
      return withoutWait(before, effect.instance);
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
      return closed(before, effect.outcome, at);
    case 'taskChanged':
    case 'taskOpened':
    case 'taskClosed':
    case 'activityStarted':
    case 'activityCancelled':
    case 'timerStarted':
    case 'timerCancelled':
    case 'inputIgnored':
    case 'signalThrown':
    case 'messageThrown':
    case 'escalationThrown':
      break;
  }
  return before;
}

/** Whether the step still has to be applied: one seen before has not. A step that left others out throws, to be retried. */
export function isNext(record: Pick<CaseRecord, '_id' | 'seq' | 'deleted'>, step: ProjectedStep): boolean {
  if (record.deleted) return false;
  if (step.seq > record.seq + 1)
    throw new Error(`Expected step ${record.seq + 1} of case ${record._id} but got step ${step.seq}`);
  return step.seq === record.seq + 1;
}

/** The case as it is after one engine step; what the store adds to a case stays as it is. */
export function projectCase<Kept extends CaseRecord>(before: Kept, step: ProjectedStep): Kept {
  const after = step.effects.reduce<CaseRecord>(
    (record, effect) => applied(record, effect, step.at),
    operated(before, step),
  );
  // nothing that the store adds is ever taken away by a step, so what comes out is still what came in
  return { ...(after as Kept), seq: step.seq, status: statusOf(after) };
}
