import { failureOf } from '../../../activities/temporal/failures.ts';
import { systemRandom } from '../../../activities/clock.ts';
import type { Config } from '../../../activities/config.ts';
import { fail } from '../../../processes/language/failure.ts';
import type { Failure } from '../../../processes/language/failure.ts';
import type { CaseId, DefinitionHash, Instant, UnitId } from '../../../processes/language/ids.ts';
import { queries } from '../../../workflows/contract.ts';
import type { CaseInput, EngineView } from '../../../workflows/contract.ts';
import type { Input } from '../../../workflows/engine/contract.ts';
import { isEnded, pendingTimers } from '../../../workflows/engine/state.ts';
import type { Beginning } from './core-case.ts';
import { updateOf } from './engine-updates.ts';
import { createHandlerDesk } from './handler-desk.ts';
import type { DeskAnswer } from './handler-desk.ts';
import { createProjections } from './projections.ts';
import type { RunningCase } from './running-case.ts';
import { startServerRun } from './server-run.ts';

/** The server counts a timer from when it heard of it, a little after the case did. */
const marginMs = 100;
/** A handler call that went away is made again after so long. */
const callPauseMs = 15_000;

const inputOf = ({ graph, variables }: Beginning, caseId: CaseId, startedAt: Instant): CaseInput => ({
  format: 1,
  caseId,
  procedureId: graph.processId,
  unit: 'run' as UnitId,
  definition: '0'.repeat(64) as DefinitionHash,
  graph,
  startedAt,
  variables,
  awaitEvent: true,
});

const answerOf = (input: Input): DeskAnswer | undefined => {
  if (input.kind === 'activityCompleted') return { kind: 'completed', output: input.output };
  if (input.kind === 'activityErred') return { kind: 'bpmnError', code: input.code, message: input.message };
  return input.kind === 'activityFailed' ? { kind: 'failed', detail: input.detail } : undefined;
};

/**
 * A case of the real interpreter on a Temporal server that is there for it alone. Where time is to pass and the server
 * cannot skip it, the case goes on from its snapshot on one that can.
 */
export const startEngineCase = async (config: Config, beginning: Beginning, skips: boolean): Promise<RunningCase> => {
  const caseId = `run-${systemRandom(8).toString('hex')}` as CaseId;
  const desk = createHandlerDesk();
  const projections = createProjections(beginning.happened);
  // it runs alone: no other case waits for its signals
  const spreadSignal = (): Promise<void> => Promise.resolve();
  const activities = { project: projections.project, runHandler: desk.runHandler, spreadSignal };
  let run = await startServerRun(config, skips, activities, (now) => inputOf(beginning, caseId, now));
  await projections.after(0);

  let seen: { view: EngineView; count: number } | undefined;
  const view = async (): Promise<EngineView> => {
    if (seen?.count === projections.count()) return seen.view;
    const count = projections.count();
    seen = { count, view: await run.handle.query<EngineView>(queries.view) };
    await run.clock.read();
    return seen.view;
  };
  const update = async (taken: Input): Promise<Failure | undefined> => {
    const asked = updateOf(caseId, taken);
    if (!asked) return fail('invalidInput', { detail: `A case on a server takes no ${taken.kind} from outside` });
    try {
      await run.handle.executeUpdate(asked.name, { args: [asked.command] });
      return undefined;
    } catch (error) {
      return failureOf(error);
    }
  };
  const answer = async (instance: string, given: DeskAnswer): Promise<undefined> => {
    const before = projections.count();
    const called = desk.isCalled(instance);
    desk.answer(instance, given);
    if (!called) await run.clock.pass(callPauseMs);
    await projections.after(before);
    return undefined;
  };
  const pass = async (until: Instant): Promise<void> => {
    await desk.withoutCalls(async () => {
      if (!run.skipsTime) {
        const { state, seq } = await view();
        await run.stop();
        const snapshot = { state, seq };
        run = await startServerRun(config, true, activities, (now) => ({
          ...inputOf(beginning, caseId, now),
          snapshot,
        }));
      }
      await run.clock.pass(Date.parse(until) - Date.parse(await run.clock.read()));
    });
  };

  return {
    now: () => run.clock.now(),
    look: async () => (await view()).state,
    async take(taken) {
      const before = projections.count();
      const given = answerOf(taken);
      const failure = given && 'instance' in taken ? await answer(taken.instance, given) : await update(taken);
      return failure ?? projections.ignoredSince(before, taken.kind);
    },
    async fireNext() {
      const { state } = await view();
      const [next] = isEnded(state) || state.suspended ? [] : pendingTimers(state);
      if (!next) return false;
      const before = projections.count();
      for (let due = Date.parse(next.dueAt) + marginMs; ; due += marginMs) {
        await pass(new Date(due).toISOString());
        if (await projections.soonAfter(before)) return true;
      }
    },
    moveTo: pass,
    changed: () => projections.after(projections.count()),
    stop: () => run.stop(),
  };
};
