import type { Json, JsonObject } from '../../../processes/language/ids.ts';
import type { OpenTask } from '../../../workflows/engine/contract.ts';
import { isObject } from './line.ts';

/** What `--tasks` gives to each task, by element id or name: variables, or a list of them of which each is used once. */
export type TaskAnswers = Record<string, Json>;

export type AutoTasks = {
  /** the first task that has an answer of its own, which is used up if it was one of a list */
  answered(tasks: OpenTask[]): { task: OpenTask; data: JsonObject } | undefined;
};

export const createAutoTasks = (answers: TaskAnswers): AutoTasks => {
  const used = new Map<string, number>();
  const take = (key: string): JsonObject | undefined => {
    const answer = answers[key];
    if (!Array.isArray(answer)) return isObject(answer) ? answer : undefined;
    const next = answer[used.get(key) ?? 0];
    used.set(key, (used.get(key) ?? 0) + 1);
    return isObject(next) ? next : undefined;
  };
  return {
    answered(tasks) {
      for (const task of tasks) {
        const key = [task.element, task.name].find((each) => Object.hasOwn(answers, each));
        const data = key === undefined ? undefined : take(key);
        if (data) return { task, data };
      }
      return undefined;
    },
  };
};
