import { fail } from '../../../processes/language/failure.ts';
import type { Failure } from '../../../processes/language/failure.ts';
import type { JsonObject } from '../../../processes/language/ids.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import { isEnded } from '../../../workflows/engine/state.ts';
import type { EngineState } from '../../../workflows/engine/state.ts';
import { openTasks } from '../../../workflows/engine/waiting.ts';
import { assigning, assignTask } from './assign-task.ts';
import type { Claims } from './claims.ts';
import type { Request } from './line.ts';
import { variablesNow, waitingNow } from './outcome.ts';
import { advanceTo, instantMeant } from './passing-time.ts';
import type { TimerBudget } from './passing-time.ts';
import { inputOf } from './request-inputs.ts';
import type { RunningCase } from '../../../activities/model-run/running-case.ts';
import type { Trace } from './trace.ts';

export type Desk = {
  graph: ProcessGraph;
  running: RunningCase;
  trace: Trace;
  claims: Claims;
  timers: TimerBudget;
  say: (answer: JsonObject) => void;
};

const listOf = ({ graph, claims }: Desk, state: EngineState): JsonObject[] =>
  openTasks(graph, state).map(({ instance, element, name, candidate, data, due }) => ({
    instance: Number(instance),
    element,
    name,
    claimedBy: claims.holder(instance) ?? null,
    candidates: candidate,
    data,
    due: due?.at ?? null,
  }));

const stateOf = ({ graph, running }: Desk, state: EngineState): JsonObject => ({
  status: isEnded(state) ? 'completed' : state.suspended ? 'suspended' : 'running',
  now: running.now(),
  waiting: waitingNow(graph, state),
  variables: variablesNow(graph, state),
});

/** Does what a line asks for; a failure: it changed nothing. `id` is the request's own, as messages need one. */
export const applyRequest = async (desk: Desk, request: Request, id: string): Promise<Failure | undefined> => {
  const { graph, running, trace, claims, timers, say } = desk;
  const { verb, about } = request;
  const state = await running.look();
  if (verb === 'list' || verb === 'state') {
    say(verb === 'list' ? { list: listOf(desk, state) } : { state: stateOf(desk, state) });
    return undefined;
  }
  if (isEnded(state)) return fail('caseClosed', { detail: 'The case has ended' });
  if (verb === 'advance' || verb === 'advanceTo') {
    const instant = instantMeant(verb, about, running.now());
    if (instant !== undefined) return advanceTo(running, instant, timers);
    return fail('invalidInput', { detail: 'It names no ISO 8601 duration or instant that lies ahead' });
  }
  const at = { graph, state, claims, id };
  if (assigning.includes(verb))
    return assignTask(at, request, (noted, instance, element, person) =>
      trace.note(noted, instance, element, running.now(), person),
    );
  const input = inputOf(at, request);
  if (!input) return fail('invalidInput');
  return input.ok ? running.take(input.value) : input;
};
