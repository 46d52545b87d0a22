import { proxyLocalActivities, setCurrentDetails } from '@temporalio/workflow';
import type { Failure } from '../processes/language/failure.ts';
import type { TaskId } from '../processes/language/ids.ts';
import type { Arrival, Coming } from './arrivals.ts';
import { causeOf } from './cause.ts';
import type { CaseInput, EngineView, PlanMigration } from './contract.ts';
import { awaitedBy, elementsOf } from './engine/awaited.ts';
import type { Effect } from './engine/contract.ts';
import { planMigration, type MigrationPlan } from './engine/migrate.ts';
import { isEnded } from './engine/state.ts';
import type { EngineState } from './engine/state.ts';
import { start } from './engine/step.ts';
import type { Step } from './engine/step.ts';
import { openTasks } from './engine/waiting.ts';
import { follow, whyNot } from './following.ts';
import type { createOutside } from './outside.ts';
import type { CaseActivities, ProjectedStep } from './ports.ts';

/** Retried until the store answers: a step is never skipped, and the case goes on when the store does. */
const { project } = proxyLocalActivities<Pick<CaseActivities, 'project'>>({
  startToCloseTimeout: '20 seconds',
  localRetryThreshold: '5 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '20 seconds' },
});

/** A snapshot has no effects left: they happened in the run before. */
type Beginning = { state: EngineState; seq: number; effects?: Effect[] };

export type Course = {
  /** projects the start, or resumes from the snapshot */
  begin: () => Promise<void>;
  /** one input: step, projection, then the timers and calls that follow from it, then the answer */
  take: (arrival: Arrival) => Promise<void>;
  refuse: (input: Coming) => Failure | undefined;
  state: () => EngineState;
  view: () => EngineView;
  plan: (request: PlanMigration) => MigrationPlan;
  /** what the case would begin with in another run: its version may be another than at its start */
  version: () => Pick<CaseInput, 'graph' | 'definition'>;
};

/** The course of one case: the only holder of its state, changed by one input after another. */
export const createCourse = (input: CaseInput, outside: ReturnType<typeof createOutside>): Course => {
  const { caseId, procedureId, unit, snapshot } = input;
  let { graph, definition } = input;
  const beginning = {
    ...(input.awaitEvent ? { awaitEvent: true } : {}),
    ...(input.beginAt === undefined ? {} : { at: input.beginAt }),
  };
  // decided at once, before any update can arrive, so that validators always have a state to judge by
  const from: Beginning = snapshot ?? { ...start(graph, input.variables, input.startedAt, beginning), seq: 0 };
  let { state, seq } = from;

  const view = (): EngineView => ({
    seq,
    state,
    open: openTasks(graph, state).map(({ instance }) => `${caseId}.${instance}` as TaskId),
    ended: isEnded(state),
    definition,
    awaited: awaitedBy(graph, state),
    elements: elementsOf(graph),
  });
  const now = (): string => new Date(Date.now()).toISOString();
  const refuse = (coming: Coming): Failure | undefined => whyNot({ graph, definition }, state, coming, now());
  const keep = async (
    { effects, ...taken }: Step,
    at: string,
    cause: ProjectedStep['cause'],
    more: { version?: number } = {},
  ): Promise<void> => {
    state = taken.state;
    seq += 1;
    outside.withdraw(effects);
    await project({ caseId, procedureId, unit, definition, seq, at, cause, effects, ...more });
    outside.begin(effects, seq);
    const waiting = openTasks(graph, state).map(({ name }) => `- ${name}`);
    setCurrentDetails(waiting.join('\n'));
  };
  return {
    begin: async () =>
      from.effects
        ? keep({ state: from.state, effects: from.effects }, input.startedAt, { input: 'start', by: 'system:worker' })
        : outside.resume(state),
    async take({ input: coming, by, answer }) {
      const failure = answer && refuse(coming);
      if (failure) return answer?.refuse(failure);
      if (isEnded(state)) return; // an answer or a timer that the end overtook
      const at = now();
      const taken = follow({ graph, definition }, state, coming, at);
      if (!taken.ok) return answer?.refuse(taken);
      const cause = causeOf(state, coming, by);
      if (coming.kind === 'caseMigrated') ({ graph, definition } = coming);
      await keep(taken.value, at, cause, coming.kind === 'caseMigrated' ? { version: coming.version } : {});
      const { open, ended } = view();
      answer?.accept({ seq, open, ended });
    },
    refuse,
    state: () => state,
    view,
    plan: ({ graph: to, mapping }) => planMigration(graph, to, state, mapping, now()),
    version: () => ({ graph, definition }),
  };
};
