import type { Config } from '../config.ts';
import type { Instant } from '../../processes/language/ids.ts';
import type { EngineView } from '../../workflows/contract.ts';
import type { Input } from '../../workflows/engine/contract.ts';
import { isEnded, pendingTimers } from '../../workflows/engine/state.ts';
import { pendingActivities } from '../../workflows/engine/waiting.ts';
import type { Beginning } from './running-case.ts';
import { linkToCase } from './engine-link.ts';
import { createHandlerDesk } from './handler-desk.ts';
import type { DeskAnswer } from './handler-desk.ts';
import { createProjections } from './projections.ts';
import type { RunningCase } from './running-case.ts';

/** The server counts a timer from when it heard of it, a little after the case did. */
const marginMs = 100;
/** A handler call that went away is made again after so long. */
const callPauseMs = 15_000;

const answerOf = (input: Input): DeskAnswer | undefined => {
  if (input.kind === 'activityCompleted') return { kind: 'completed', output: input.output };
  if (input.kind === 'activityErred') return { kind: 'bpmnError', code: input.code, message: input.message };
  return input.kind === 'activityFailed' ? { kind: 'failed', detail: input.detail } : undefined;
};

/** What the case throws it has delivered inside itself; there is no other. */
const nobodyElse = async (): Promise<void> => undefined;

const later = (instant: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

/** A case of the real interpreter on a Temporal server that is there for it alone. Everything started is stopped by `stop`. */
export const startEngineCase = async (config: Config, beginning: Beginning, skips: boolean): Promise<RunningCase> => {
  const desk = createHandlerDesk();
  const projections = createProjections(beginning.happened);
  const activities = { project: projections.project, runHandler: desk.runHandler, spreadSignal: nobodyElse };
  const link = await linkToCase(config, beginning, skips, activities);
  await projections.after(0);

  let seen: { view: EngineView; count: number } | undefined;
  const view = async (): Promise<EngineView> => {
    const count = projections.count();
    if (seen?.count !== count) seen = { count, view: await link.view() };
    return seen.view;
  };
  const pass = (until: Instant): Promise<void> => desk.withoutCalls(() => link.passUntil(until));
  const answer = async (instance: string, given: DeskAnswer): Promise<undefined> => {
    const before = projections.count();
    const called = desk.isCalled(instance);
    desk.answer(instance, given);
    if (!called) await pass(later(link.now(), callPauseMs));
    await projections.after(before);
    return undefined;
  };

  return {
    now: () => link.now(),
    look: async () => (await view()).state,
    async take(taken) {
      const before = projections.count();
      const called = pendingActivities(beginning.graph, (await view()).state).map(({ instance }) => instance);
      const given = 'instance' in taken && called.includes(taken.instance) ? answerOf(taken) : undefined;
      const failure = given && 'instance' in taken ? await answer(taken.instance, given) : await link.update(taken);
      return failure ?? projections.ignoredSince(before, taken.kind);
    },
    async fireNext() {
      const { state } = await view();
      const [next] = isEnded(state) || state.suspended ? [] : pendingTimers(state);
      if (!next) return false;
      const before = projections.count();
      for (let due = later(next.dueAt, marginMs); ; due = later(due, marginMs)) {
        await pass(due);
        if (await projections.soonAfter(before)) return true;
      }
    },
    moveTo: pass,
    changed: () => projections.after(projections.count()),
    stop: () => desk.withoutCalls(() => link.stop()),
  };
};
