import { proxyLocalActivities, setCurrentDetails } from '@temporalio/workflow';
import type { Failure } from '../processes/language/failure.ts';
import type { TaskId } from '../processes/language/ids.ts';
import type { Arrival } from './arrivals.ts';
import type { CaseInput, EngineView } from './contract.ts';
import type { Effect, Input } from './engine/contract.ts';
import { isEnded } from './engine/state.ts';
import type { EngineState } from './engine/state.ts';
import { start, step } from './engine/step.ts';
import type { Step } from './engine/step.ts';
import { openTasks, refuse } from './engine/waiting.ts';
import type { createOutside } from './outside.ts';
import type { CaseActivities, ProjectedStep } from './ports.ts';

/** Retried until the store answers: a step is never skipped, and the case goes on when the store does. */
const { project } = proxyLocalActivities<Pick<CaseActivities, 'project'>>({
  startToCloseTimeout: '20 seconds',
  localRetryThreshold: '5 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '20 seconds' },
});

const elementOf = (state: EngineState, input: Input): string | undefined => {
  if ('instance' in input) return state.instances[input.instance]?.element;
  if ('timer' in input) return state.timers[input.timer]?.element;
  return 'incident' in input ? state.incidents[input.incident]?.element : undefined;
};

const causeOf = (state: EngineState, { input, by }: Arrival): ProjectedStep['cause'] => {
  const element = elementOf(state, input);
  return {
    input: input.kind,
    by,
    ...(element === undefined ? {} : { element }),
    ...(input.kind === 'messageArrived' ? { messageId: input.messageId } : {}),
  };
};

/** A snapshot has no effects left: they happened in the run before. */
type Beginning = { state: EngineState; seq: number; effects?: Effect[] };

export type Course = {
  /** projects the start, or resumes from the snapshot */
  begin: () => Promise<void>;
  /** one input: step, projection, then the timers and calls that follow from it, then the answer */
  take: (arrival: Arrival) => Promise<void>;
  refuse: (input: Input) => Failure | undefined;
  state: () => EngineState;
  view: () => EngineView;
};

/** The course of one case: the only holder of its state, changed by one input after another. */
export const createCourse = (input: CaseInput, outside: ReturnType<typeof createOutside>): Course => {
  const { caseId, procedureId, unit, definition, graph, snapshot } = input;
  const beginning = input.awaitEvent ? { awaitEvent: true } : {};
  // decided at once, before any update can arrive, so that validators always have a state to judge by
  const from: Beginning = snapshot ?? { ...start(graph, input.variables, input.startedAt, beginning), seq: 0 };
  let { state, seq } = from;

  const view = (): EngineView => ({
    seq,
    state,
    open: openTasks(graph, state).map(({ instance }) => `${caseId}.${instance}` as TaskId),
    ended: isEnded(state),
  });
  const keep = async ({ effects, ...taken }: Step, at: string, cause: ProjectedStep['cause']): Promise<void> => {
    state = taken.state;
    seq += 1;
    outside.withdraw(effects);
    await project({ caseId, procedureId, unit, definition, seq, at, cause, effects });
    outside.begin(effects);
    const waiting = openTasks(graph, state).map(({ name }) => `- ${name}`);
    setCurrentDetails(waiting.join('\n'));
  };
  return {
    begin: async () =>
      from.effects
        ? keep({ state: from.state, effects: from.effects }, input.startedAt, { input: 'start', by: 'system:worker' })
        : outside.resume(state),
    async take(arrival) {
      const failure = arrival.answer && refuse(graph, state, arrival.input);
      if (failure) {
        arrival.answer?.refuse(failure);
        return;
      }
      if (isEnded(state)) return; // an answer or a timer that the end overtook
      const at = new Date(Date.now()).toISOString();
      await keep(step(graph, state, arrival.input, at), at, causeOf(state, arrival));
      const { open, ended } = view();
      arrival.answer?.accept({ seq, open, ended });
    },
    refuse: (candidate) => refuse(graph, state, candidate),
    state: () => state,
    view,
  };
};
