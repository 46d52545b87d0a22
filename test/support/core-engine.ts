import { fail, ok } from '../../processes/language/failure.ts';
import { isEnded, pendingTimers } from '../../workflows/engine/state.ts';
import { openTasks, refuse } from '../../workflows/engine/waiting.ts';
import { start, step } from '../../workflows/engine/step.ts';
import type { CaseActivities, HandlerCall } from '../../workflows/ports.ts';
import type { CaseEngine } from '../../activities/casework/case-engine.ts';
import type { CaseId, TaskId } from '../../processes/language/ids.ts';
import type { CaseInput, StepReceipt } from '../../workflows/contract.ts';
import type { Clock } from '../../activities/clock.ts';
import type { Effect, Input } from '../../workflows/engine/contract.ts';
import type { EngineState } from '../../workflows/engine/state.ts';
import type { Result } from '../../processes/language/failure.ts';
import type { Step } from '../../workflows/engine/step.ts';

type Running = { input: CaseInput; state: EngineState; seq: number };
type Cause = { by: string; element?: string; messageId?: string };

/**
 * The pure engine behind the port that Temporal implements in production: the same graph, the same steps, the same
 * projection, no server. `advance` fires what is due; `down` makes it unreachable.
 */
export type CoreEngine = CaseEngine & { advance(): Promise<void>; down: boolean };

export function createCoreEngine(activities: CaseActivities, clock: Clock): CoreEngine {
  const cases = new Map<CaseId, Running>();
  const now = (): string => clock().toISOString();

  async function keep(running: Running, taken: Step, input: Input['kind'], cause: Cause): Promise<void> {
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
      cause: { input, ...cause },
      effects: taken.effects,
    });
    for (const effect of taken.effects) if (effect.kind === 'activityStarted') await run(running, effect);
  }

  async function run(running: Running, effect: Extract<Effect, { kind: 'activityStarted' }>): Promise<void> {
    const { caseId, procedureId, unit } = running.input;
    const { instance, handler, input, headers } = effect;
    const call: HandlerCall = { caseId, procedureId, unit, instance, handler, input, headers };
    const answer = await activities.runHandler(call).then(
      (given): Input =>
        given.kind === 'completed'
          ? { kind: 'activityCompleted', instance, output: given.output }
          : { kind: 'activityErred', instance, code: given.code, message: given.message },
      (error: unknown): Input => ({ kind: 'activityFailed', instance, detail: String(error) }),
    );
    await take(running, answer, { by: 'system:worker', element: effect.element });
  }

  const take = (running: Running, input: Input, cause: Cause): Promise<void> =>
    keep(running, step(running.input.graph, running.state, input, now()), input.kind, cause);

  async function command(caseId: CaseId, input: Input, cause: Cause): Promise<Result<StepReceipt>> {
    const running = cases.get(caseId);
    if (engine.down) return fail('engineUnavailable', { retryAfterSeconds: 5 });
    if (!running) return fail('notFound');
    const refusal = refuse(running.input.graph, running.state, input);
    if (refusal) return { ok: false, ...refusal };
    await take(running, input, cause);
    const open = openTasks(running.input.graph, running.state).map(({ instance }) => `${caseId}.${instance}` as TaskId);
    return ok({ seq: running.seq, open, ended: isEnded(running.state) });
  }

  const engine: CoreEngine = {
    down: false,
    async start(input) {
      if (engine.down) return fail('engineUnavailable', { retryAfterSeconds: 5 });
      if (cases.has(input.caseId)) return ok(undefined);
      const begun = start(input.graph, input.variables, now());
      const running: Running = { input, state: begun.state, seq: 0 };
      cases.set(input.caseId, running);
      await keep(running, begun, 'start', { by: 'system:worker' });
      return ok(undefined);
    },
    completeTask: (caseId, { taskId, by, data }) => {
      const instance = taskId.slice(taskId.lastIndexOf('.') + 1);
      return command(caseId, { kind: 'taskCompleted', instance, by, data }, { by });
    },
    deliverMessage: (caseId, { name, messageId, by, variables }) =>
      command(caseId, { kind: 'messageArrived', name, messageId, variables }, { by, messageId }),
    retryIncident: (caseId, { incident, by, variables }) =>
      command(caseId, { kind: 'incidentRetried', incident, by, ...(variables ? { variables } : {}) }, { by }),
    view: (caseId) => {
      const running = cases.get(caseId);
      return Promise.resolve(
        running
          ? ok({ seq: running.seq, state: running.state, open: [], ended: isEnded(running.state) })
          : fail('notFound'),
      );
    },
    ping: () => Promise.resolve(engine.down ? fail('engineUnavailable') : ok(undefined)),
    async advance() {
      for (const running of cases.values()) {
        for (;;) {
          const [next] = pendingTimers(running.state);
          if (!next || next.dueAt > now()) break;
          await take(running, { kind: 'timerFired', timer: next.timer }, { by: 'system:clock', element: next.element });
        }
      }
    },
  };
  return engine;
}
