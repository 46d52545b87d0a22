import { ApplicationFailure } from '@temporalio/common';
import { outOfReach } from '../../workflows/contract.ts';
import type { CaseActivities, HandlerAnswer, HandlerCall } from '../../workflows/ports.ts';

export type DeskAnswer = HandlerAnswer | { kind: 'failed'; detail: string };

/** Under the 30 s after which a call counts as lost. */
const longestWaitMs = 20_000;

/**
 * Handler calls as lines answer them: each waits for its line. One that has waited long goes away and is made again by
 * Temporal; so do all of them while time is skipped, since the server's clock stands still as long as a handler works.
 */
export const createHandlerDesk = (): Pick<CaseActivities, 'runHandler'> & {
  answer(instance: string, answer: DeskAnswer): void;
  isCalled(instance: string): boolean;
  /** no call waits until the work is done */ withoutCalls<Value>(work: () => Promise<Value>): Promise<Value>;
} => {
  const answers = new Map<string, DeskAnswer>();
  const waiting = new Map<string, () => void>();
  let closed = false;
  const goAway = (): ApplicationFailure =>
    ApplicationFailure.create({ type: outOfReach, message: 'No line has answered yet', nonRetryable: true });

  const settled = (instance: string): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, longestWaitMs);
      waiting.set(instance, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  const release = (instance: string): void => waiting.get(instance)?.();

  return {
    async runHandler({ instance }: HandlerCall): Promise<HandlerAnswer> {
      if (!answers.has(instance) && !closed) await settled(instance);
      waiting.delete(instance);
      const answer = answers.get(instance);
      if (!answer) throw goAway();
      answers.delete(instance); // a call made again after an incident waits for a line of its own
      if (answer.kind !== 'failed') return answer;
      throw ApplicationFailure.create({ message: answer.detail, nonRetryable: true });
    },
    answer(instance, answer) {
      answers.set(instance, answer);
      release(instance);
    },
    isCalled: (instance) => waiting.has(instance),
    async withoutCalls(work) {
      closed = true;
      [...waiting.keys()].forEach(release);
      try {
        return await work();
      } finally {
        closed = false;
      }
    },
  };
};
