import { fail, ok } from '../../processes/language/failure.ts';
import { isEnded, pendingTimers } from '../../workflows/engine/state.ts';
import { awaitedBy, elementsOf } from '../../workflows/engine/awaited.ts';
import { openTasks, refuse } from '../../workflows/engine/waiting.ts';
import { migrate, planMigration } from '../../workflows/engine/migrate.ts';
import { createCoreClocks } from './core-clocks.ts';
import { causeOf } from '../../workflows/cause.ts';
import { start, step } from '../../workflows/engine/step.ts';
import type { CaseActivities, HandlerCall, ProjectedStep, StartActivities } from '../../workflows/ports.ts';
import type { CaseEngine } from '../../activities/casework/case-engine.ts';
import type { CaseId, TaskId } from '../../processes/language/ids.ts';
import type { CaseInput, MigrateCase, StepReceipt } from '../../workflows/contract.ts';
import type { Clock } from '../../activities/clock.ts';
import type { Effect, Input } from '../../workflows/engine/contract.ts';
import type { EngineState } from '../../workflows/engine/state.ts';
import type { Result } from '../../processes/language/failure.ts';
import type { Step } from '../../workflows/engine/step.ts';

type Running = { input: CaseInput; state: EngineState; seq: number };

/**
 * The pure engine behind the port that Temporal implements in production: the same graph, the same steps, the same
 * projection, no server. `advance` fires what is due; `down` makes it unreachable.
 */
export type CoreEngine = CaseEngine & { advance(): Promise<void>; down: boolean };

export function createCoreEngine(activities: CaseActivities & StartActivities, clock: Clock): CoreEngine {
  const cases = new Map<CaseId, Running>();
  const now = (): string => clock().toISOString();
  const clocks = createCoreClocks(activities, now, () => engine.down);

  async function keep(running: Running, taken: Step, cause: ProjectedStep['cause'], more = {}): Promise<void> {
    running.state = taken.state;
    running.seq += 1;
    const { caseId, procedureId, unit, definition } = running.input;
    await activities.project({
      caseId,
      procedureId,
      unit,
      definition,
      seq: running.seq,
      at: now(),
      cause,
      effects: taken.effects,
      ...more,
    });
    for (const [index, effect] of taken.effects.entries()) {
      if (effect.kind === 'activityStarted') await run(running, effect);
      if (effect.kind !== 'signalThrown') continue;
      const { signal, variables } = effect;
      await activities.spreadSignal({ id: `${caseId}.${running.seq}.${index}`, from: caseId, signal, variables });
    }
  }

  async function run(running: Running, effect: Extract<Effect, { kind: 'activityStarted' }>): Promise<void> {
    const { caseId, procedureId, unit } = running.input;
    const { instance, handler, definition, input, headers } = effect;
    const call: HandlerCall = {
      caseId,
      procedureId,
      unit,
      instance,
      handler,
      input,
      headers,
      ...(definition === undefined ? {} : { definition }),
    };
    const answer = await activities.runHandler(call).then(
      (given): Input =>
        given.kind === 'completed'
          ? { kind: 'activityCompleted', instance, output: given.output }
          : { kind: 'activityErred', instance, code: given.code, message: given.message },
      (error: unknown): Input => ({ kind: 'activityFailed', instance, detail: String(error) }),
    );
    await take(running, answer, 'system:worker');
  }

  const take = (running: Running, input: Input, by: string): Promise<void> => {
    const cause = causeOf(running.state, input, by);
    return keep(running, step(running.input.graph, running.state, input, now()), cause);
  };

  const found = (caseId: CaseId): Result<Running> => {
    if (engine.down) return fail('engineUnavailable', { retryAfterSeconds: 5 });
    const running = cases.get(caseId);
    return running ? ok(running) : fail('notFound');
  };

  async function command(caseId: CaseId, input: Input, by: string): Promise<Result<StepReceipt>> {
    const sought = found(caseId);
    if (!sought.ok) return sought;
    const running = sought.value;
    const refusal = refuse(running.input.graph, running.state, input);
    if (refusal) return { ok: false, ...refusal };
    await take(running, input, by);
    return receipt(caseId, running);
  }

  async function moveTo(caseId: CaseId, wanted: MigrateCase): Promise<Result<StepReceipt>> {
    const { requestId: _, ...command } = wanted;
    const sought = found(caseId);
    if (!sought.ok) return sought;
    const running = sought.value;
    if (isEnded(running.state)) return fail('caseClosed');
    if (running.input.definition === command.definition) return fail('conflict');
    const moved = migrate(running.input.graph, command.graph, running.state, command.mapping, now());
    if (!moved.ok) return moved;
    const cause = causeOf(running.state, { kind: 'caseMigrated', ...command }, command.by);
    running.input = { ...running.input, graph: command.graph, definition: command.definition };
    await keep(running, moved.value, cause, { version: command.version });
    return receipt(caseId, running);
  }

  const receipt = (caseId: CaseId, running: Running): Result<StepReceipt> => {
    const open = openTasks(running.input.graph, running.state).map(({ instance }) => `${caseId}.${instance}` as TaskId);
    return ok({ seq: running.seq, open, ended: isEnded(running.state) });
  };

  const engine: CoreEngine = {
    down: false,
    async start(input) {
      if (engine.down) return fail('engineUnavailable', { retryAfterSeconds: 5 });
      if (cases.has(input.caseId)) return ok(undefined);
      const at = input.beginAt === undefined ? {} : { at: input.beginAt };
      const begun = start(input.graph, input.variables, now(), at);
      const running: Running = { input, state: begun.state, seq: 0 };
      cases.set(input.caseId, running);
      await keep(running, begun, { input: 'start', by: 'system:worker' });
      return ok(undefined);
    },
    completeTask: (caseId, { taskId, by, data }) => {
      const instance = taskId.slice(taskId.lastIndexOf('.') + 1);
      return command(caseId, { kind: 'taskCompleted', instance, by, data }, by);
    },
    deliverMessage: (caseId, { by, ...message }) => command(caseId, { kind: 'messageArrived', ...message }, by),
    deliverSignal: (caseId, { by, ...signal }) => command(caseId, { kind: 'signalArrived', ...signal }, by),
    operate: (caseId, wanted) => {
      const { requestId: _, ...operation } = wanted;
      return command(caseId, operation, operation.by);
    },
    migrate: moveTo,
    planMigration: async (caseId, { graph, mapping }) => {
      const running = found(caseId);
      if (!running.ok) return running;
      return ok(planMigration(running.value.input.graph, graph, running.value.state, mapping, now()));
    },
    terminate: async (caseId) => {
      if (engine.down) return fail('engineUnavailable', { retryAfterSeconds: 5 });
      cases.delete(caseId);
      return ok(undefined);
    },
    retryIncident: (caseId, { incident, by, variables }) =>
      command(caseId, { kind: 'incidentRetried', incident, by, ...(variables ? { variables } : {}) }, by),
    view: (caseId) => {
      const running = cases.get(caseId);
      return Promise.resolve(
        running
          ? ok({
              seq: running.seq,
              state: running.state,
              open: [],
              ended: isEnded(running.state),
              definition: running.input.definition,
              awaited: awaitedBy(running.input.graph, running.state),
              elements: elementsOf(running.input.graph),
            })
          : fail('notFound'),
      );
    },
    keepTime: clocks.keepTime,
    clocks: clocks.clocks,
    ping: () => Promise.resolve(engine.down ? fail('engineUnavailable') : ok(undefined)),
    async advance() {
      if (!engine.down) await clocks.advance();
      for (const running of cases.values()) {
        for (;;) {
          const [next] = pendingTimers(running.state);
          if (!next || next.dueAt > now()) break;
          await take(running, { kind: 'timerFired', timer: next.timer }, 'system:clock');
        }
      }
    },
  };
  return engine;
}
