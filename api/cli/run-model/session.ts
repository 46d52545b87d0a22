import type { Failure } from '../../../processes/language/failure.ts';
import { fail } from '../../../processes/language/failure.ts';
import type { JsonObject } from '../../../processes/language/ids.ts';
import { awaitedBy } from '../../../workflows/engine/awaited.ts';
import type { OpenTask } from '../../../workflows/engine/contract.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import { isEnded } from '../../../workflows/engine/state.ts';
import type { EngineState } from '../../../workflows/engine/state.ts';
import { openTasks } from '../../../workflows/engine/waiting.ts';
import { assigning, assignTask } from './assign-task.ts';
import { createAutoTasks } from './auto-tasks.ts';
import type { TaskAnswers } from './auto-tasks.ts';
import { createClaims } from './claims.ts';
import type { Numbered, Request } from './line.ts';
import { outcomeOf, refusedLine, variablesNow, waitingNow } from './outcome.ts';
import type { Outcome, RefusedLine } from './outcome.ts';
import { advanceTo, instantMeant, skipToTimer } from './passing-time.ts';
import { inputOf, mayFitLater } from './request-inputs.ts';
import type { Situation } from './request-inputs.ts';
import type { RunningCase } from './running-case.ts';
import type { Trace } from './trace.ts';

export type SessionSettings = {
  skipTime: boolean;
  /** completes every open task */ auto: boolean;
  tasks: TaskAnswers;
  mostTimers: number;
  mostTasks: number;
};

/** A case and what the runner keeps about it: claims, refused lines, lines that wait for their turn. */
export type Session = {
  state(): Promise<EngineState>;
  /** takes a request, or records why not */ put(numbered: Numbered): Promise<void>;
  /** what needs no line: tasks with answers of their own, and lines that fit by now */ settle(): Promise<void>;
  /** the next thing that happens when no line comes; `false`: nothing */ moveByItself(): Promise<boolean>;
  /** a line could change nothing but what happens by itself */ isAlone(): Promise<boolean>;
  outcome(): Promise<Outcome>;
};

export const openSession = (
  graph: ProcessGraph,
  running: RunningCase,
  trace: Trace,
  settings: SessionSettings,
  say: (answer: JsonObject) => void,
): Session => {
  const claims = createClaims();
  const answers = createAutoTasks(settings.tasks);
  const refused: RefusedLine[] = [];
  const timers = { left: settings.mostTimers };
  let tasksLeft = settings.mostTasks;
  let later: Numbered[] = [];
  let messages = 0;

  const list = (state: EngineState): JsonObject[] =>
    openTasks(graph, state).map(({ instance, element, name, candidate, data, due }) => ({
      instance: Number(instance),
      element,
      name,
      claimedBy: claims.holder(instance) ?? null,
      candidates: candidate,
      data,
      due: due?.at ?? null,
    }));

  const apply = async (request: Request): Promise<Failure | undefined> => {
    const { verb, about } = request;
    const state = await running.look();
    messages += 1;
    const at: Situation = { graph, state, claims, id: `line-${messages}` };
    if (verb === 'list') return void say({ list: list(state) });
    if (verb === 'state') {
      const status = isEnded(state) ? 'completed' : state.suspended ? 'suspended' : 'running';
      const now = { status, now: running.now(), waiting: waitingNow(graph, state) };
      return void say({ state: { ...now, variables: variablesNow(graph, state) } });
    }
    if (verb === 'advance' || verb === 'advanceTo') {
      const instant = instantMeant(verb, about, running.now());
      if (instant !== undefined) return advanceTo(running, instant, timers);
      return fail('invalidInput', { detail: 'It names no ISO 8601 duration or instant that lies ahead' });
    }
    if (assigning.includes(verb))
      return assignTask(at, request, (noted, instance, element, person) =>
        trace.note(noted, instance, element, running.now(), person),
      );
    const input = inputOf(at, request);
    if (!input) return fail('invalidInput');
    return input.ok ? running.take(input.value) : input;
  };

  const put = async (numbered: Numbered, again = false): Promise<boolean> => {
    const { line, input, request } = numbered;
    const failure = request.ok ? await apply(request.value) : request;
    if (!failure) return true;
    const waits = settings.skipTime && mayFitLater(failure) && !isEnded(await running.look());
    if (waits && !again) later.push(numbered);
    if (!waits && !again) refused.push(refusedLine(line, input, failure));
    return false;
  };

  const retryLater = async (): Promise<boolean> => {
    for (const numbered of later) {
      if (!(await put(numbered, true))) continue;
      later = later.filter((each) => each !== numbered);
      return true;
    }
    return false;
  };

  const completeTask = async ({ instance }: OpenTask, data: JsonObject): Promise<boolean> => {
    tasksLeft -= 1;
    const by = claims.holder(instance) ?? 'person';
    return (await running.take({ kind: 'taskCompleted', instance, by, data })) === undefined;
  };
  const answerTask = async (): Promise<boolean> => {
    const state = await running.look();
    if (isEnded(state) || state.suspended || tasksLeft <= 0) return false;
    const found = answers.answered(openTasks(graph, state));
    return found !== undefined && completeTask(found.task, found.data);
  };

  return {
    state: () => running.look(),
    put: async (numbered) => void (await put(numbered)),
    async settle() {
      while ((await answerTask()) || (await retryLater()));
    },
    async moveByItself() {
      const state = await running.look();
      const [task] = settings.auto && !state.suspended && tasksLeft > 0 ? openTasks(graph, state) : [];
      if (task) return completeTask(task, {});
      return settings.skipTime && skipToTimer(running, timers);
    },
    async isAlone() {
      const state = await running.look();
      const awaited = awaitedBy(graph, state).map((each) => each.for);
      if (awaited.includes('userTask') && settings.auto) return true;
      return settings.skipTime && awaited.every((each) => each === 'timer' || each === 'join');
    },
    async outcome() {
      const state = await running.look();
      const unfit = await Promise.all(
        later.map(async ({ line, input, request }) => {
          const failure = request.ok ? ({ failure: 'notAwaited' } as const) : request;
          return refusedLine(line, input, { detail: 'Nothing has waited for it until the end', ...failure });
        }),
      );
      const limit = isEnded(state) ? null : timers.left <= 0 ? 'timers' : tasksLeft <= 0 ? 'tasks' : null;
      const lines = [...refused, ...unfit].toSorted((a, b) => a.line - b.line);
      return outcomeOf(graph, state, trace, lines, limit);
    },
  };
};
