import type { JsonObject } from '../../../processes/language/ids.ts';
import { awaitedBy } from '../../../workflows/engine/awaited.ts';
import { isEnded } from '../../../workflows/engine/state.ts';
import { openTasks } from '../../../workflows/engine/waiting.ts';
import type { OpenTask } from '../../../workflows/engine/contract.ts';
import { applyRequest } from './apply-request.ts';
import type { Desk } from './apply-request.ts';
import { createAutoTasks } from './auto-tasks.ts';
import type { TaskAnswers } from './auto-tasks.ts';
import { openLineBook } from './line-book.ts';
import type { LineBook } from './line-book.ts';
import { outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { skipToTimer } from './passing-time.ts';

export type SessionSettings = {
  skipTime: boolean;
  /** completes every open task */ auto: boolean;
  tasks: TaskAnswers;
  mostTimers: number;
  mostTasks: number;
};

/** A case that is driven: by lines, and by what happens without any. */
export type Session = Pick<LineBook, 'put'> & {
  hasEnded(): Promise<boolean>;
  /** what needs no line: tasks with answers of their own, and lines that fit by now */ settle(): Promise<void>;
  /** the next thing that happens when no line comes; `false`: nothing */ moveByItself(): Promise<boolean>;
  /** nobody is awaited but what happens by itself */ isAlone(): Promise<boolean>;
  outcome(): Promise<Outcome>;
};

export const openSession = (desk: Desk, settings: SessionSettings): Session => {
  const { graph, running, trace, claims, timers } = desk;
  const answers = createAutoTasks(settings.tasks);
  // a large model has more tasks than a small one that goes round for ever
  let tasksLeft = settings.mostTasks + Object.keys(graph.nodes).length;
  let requests = 0;
  const hasEnded = async (): Promise<boolean> => isEnded(await running.look());
  const book = openLineBook(
    (request) => applyRequest(desk, request, `line-${(requests += 1)}`),
    async () => settings.skipTime && !(await hasEnded()),
  );
  const tasksNow = async (): Promise<OpenTask[]> => {
    const state = await running.look();
    return isEnded(state) || state.suspended || tasksLeft <= 0 ? [] : openTasks(graph, state);
  };
  const complete = async ({ instance }: OpenTask, data: JsonObject): Promise<boolean> => {
    tasksLeft -= 1;
    const by = claims.holder(instance) ?? 'person';
    return (await running.take({ kind: 'taskCompleted', instance, by, data })) === undefined;
  };
  const answerTask = async (): Promise<boolean> => {
    const found = answers.answered(await tasksNow());
    return found !== undefined && complete(found.task, found.data);
  };

  return {
    put: (numbered) => book.put(numbered),
    hasEnded,
    async settle() {
      for (let moved = true; moved;) moved = (await answerTask()) || (await book.retry());
    },
    async moveByItself() {
      const [task] = settings.auto ? await tasksNow() : [];
      if (task) return complete(task, {});
      return settings.skipTime && skipToTimer(running, timers);
    },
    async isAlone() {
      const awaited = awaitedBy(graph, await running.look()).map((each) => each.for);
      if (awaited.includes('userTask') && settings.auto) return true;
      return settings.skipTime && awaited.every((each) => each === 'timer' || each === 'join');
    },
    async outcome() {
      const state = await running.look();
      const limit = isEnded(state) ? null : timers.left <= 0 ? 'timers' : tasksLeft <= 0 ? 'tasks' : null;
      return outcomeOf(graph, state, trace, book.refused(), limit);
    },
  };
};
