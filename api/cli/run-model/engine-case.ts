import { Client } from '@temporalio/client';
import { failureOf } from '../../../activities/temporal/failures.ts';
import type { Config } from '../../../activities/config.ts';
import { fail } from '../../../processes/language/failure.ts';
import type { Failure } from '../../../processes/language/failure.ts';
import type { CaseId, DefinitionHash, Instant, UnitId } from '../../../processes/language/ids.ts';
import { queries } from '../../../workflows/contract.ts';
import type { CaseInput, EngineView } from '../../../workflows/contract.ts';
import type { Input } from '../../../workflows/engine/contract.ts';
import { isEnded, pendingTimers } from '../../../workflows/engine/state.ts';
import type { EngineState } from '../../../workflows/engine/state.ts';
import { startCaseServer } from './case-server.ts';
import { startCaseWorker, taskQueue } from './case-worker.ts';
import type { Beginning } from './core-case.ts';
import { updateOf } from './engine-updates.ts';
import { createHandlerDesk } from './handler-desk.ts';
import type { DeskAnswer } from './handler-desk.ts';
import { createProjections } from './projections.ts';
import type { RunningCase } from './running-case.ts';
import { connectTo, createServerClock } from './server-clock.ts';

const caseId = 'run' as CaseId;
const longestDelayMs = 100;

const inputOf = ({ graph, variables, now }: Beginning): CaseInput => ({
  format: 1,
  caseId,
  procedureId: graph.processId,
  unit: 'run' as UnitId,
  definition: '0'.repeat(64) as DefinitionHash,
  graph,
  startedAt: now,
  variables,
  awaitEvent: true,
});

const answerOf = (input: Input): DeskAnswer | undefined => {
  if (input.kind === 'activityCompleted') return { kind: 'completed', output: input.output };
  if (input.kind === 'activityErred') return { kind: 'bpmnError', code: input.code, message: input.message };
  return input.kind === 'activityFailed' ? { kind: 'failed', detail: input.detail } : undefined;
};

/** A case of the real interpreter on a Temporal server that is there for it alone. Everything started is stopped by `stop`. */
export const startEngineCase = async (
  config: Config,
  beginning: Beginning,
  skipsTime: boolean,
): Promise<RunningCase> => {
  const server = await startCaseServer(config, skipsTime);
  const desk = createHandlerDesk();
  const projections = createProjections(beginning.happened);
  const activities = { project: projections.project, runHandler: desk.runHandler };
  const worker = await startCaseWorker(config, server, activities);
  const connection = await connectTo(server);
  const clock = await createServerClock(connection);
  const { workflow } = new Client({ connection, namespace: server.namespace });
  const input = inputOf({ ...beginning, now: await clock.read() });
  const handle = await workflow.start(beginning.graph.processId, { args: [input], taskQueue, workflowId: caseId });

  let state: EngineState | undefined;
  let seen = -1;
  const look = async (): Promise<EngineState> => {
    if (state && seen === projections.count()) return state;
    seen = projections.count();
    state = (await handle.query<EngineView>(queries.view)).state;
    await clock.read();
    return state;
  };
  await projections.after(0);

  const update = async (taken: Input): Promise<Failure | undefined> => {
    const asked = updateOf(caseId, taken);
    if (!asked) return fail('invalidInput', { detail: `A case on a server takes no ${taken.kind} from outside` });
    try {
      await handle.executeUpdate(asked.name, { args: [asked.command] });
      return undefined;
    } catch (error) {
      return failureOf(error);
    }
  };
  const answer = async (instance: string, given: DeskAnswer): Promise<undefined> => {
    const before = projections.count();
    const called = desk.isCalled(instance);
    desk.answer(instance, given);
    // a call that went away is made again after a pause
    if (!called) await clock.pass(15_000);
    await projections.after(before);
    return undefined;
  };
  const pass = (until: Instant): Promise<void> =>
    desk.withoutCalls(() => clock.pass(Date.parse(until) - Date.parse(clock.now())));

  return {
    now: clock.now,
    look,
    async take(taken) {
      const before = projections.count();
      const given = answerOf(taken);
      const failure = given && 'instance' in taken ? await answer(taken.instance, given) : await update(taken);
      return failure ?? projections.ignoredSince(before, taken.kind);
    },
    async fireNext() {
      const now = await look();
      const [next] = isEnded(now) || now.suspended || !server.skipsTime ? [] : pendingTimers(now);
      if (!next) return false;
      const before = projections.count();
      await pass(next.dueAt);
      // the server counts from when it heard of the timer, a little after the case did
      while (!(await projections.soonAfter(before))) await desk.withoutCalls(() => clock.pass(longestDelayMs));
      return true;
    },
    moveTo: pass,
    changed: () => projections.after(projections.count()),
    async stop() {
      await connection.close();
      await worker.stop();
      await server.stop();
    },
  };
};

