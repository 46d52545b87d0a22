import { setTimeout as sleep } from 'node:timers/promises';
import type { Failure } from '../../processes/language/failure.ts';
import type { Input } from '../../workflows/engine/contract.ts';
import type { CaseActivities, ProjectedStep } from '../../workflows/ports.ts';
import type { Happened } from './running-case.ts';

const momentMs = 250;

/** The steps that a case on a server has made, in memory instead of in a store. */
export const createProjections = (
  happened: Happened,
): Pick<CaseActivities, 'project'> & {
  count(): number;
  /** settles when there are more than so many */ after(count: number): Promise<void>;
  /** the same, but gives up after a moment */ soonAfter(count: number): Promise<boolean>;
  /** why an input changed nothing, if one of that kind did not */
  ignoredSince(count: number, kind: Input['kind']): Failure | undefined;
} => {
  const steps: ProjectedStep[] = [];
  let waiting: (() => void)[] = [];
  const after = async (count: number): Promise<void> => {
    while (steps.length <= count)
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
  };
  return {
    async project(step) {
      if (step.seq <= steps.length) return; // a retry of one that was taken
      steps.push(step);
      happened(step.effects, step.at);
      const told = waiting;
      waiting = [];
      told.forEach((tell) => tell());
    },
    count: () => steps.length,
    after,
    async soonAfter(count) {
      await Promise.race([after(count), sleep(momentMs)]);
      return steps.length > count;
    },
    ignoredSince(count, kind) {
      const ignored = steps
        .slice(count)
        .flatMap(({ effects }) => effects)
        .find((effect) => effect.kind === 'inputIgnored' && effect.input === kind);
      return ignored?.kind === 'inputIgnored' ? { failure: 'notAwaited', detail: ignored.reason } : undefined;
    },
  };
};
