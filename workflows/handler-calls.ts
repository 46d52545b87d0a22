import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  proxyActivities,
  rootCause,
  sleep,
} from '@temporalio/workflow';
import { momentOf } from './engine/time.ts';
import type { Effect, Input, InstanceId, RetryPolicy } from './engine/contract.ts';
import { outOfReach } from './contract.ts';
import type { CaseInput } from './contract.ts';
import type { CaseActivities, HandlerAnswer } from './ports.ts';

type Started = Extract<Effect, { kind: 'activityStarted' }>;

const epoch = '1970-01-01T00:00:00.000Z';
const longestPause = '5 minutes';
/** Nothing a handler does takes longer. A worker that was killed is noticed by this alone, so a case stands still no longer. */
const longestCall = '30 seconds';
/** A store or server that is down is no fault of the model: it is waited for and uses up none of its retries. */
const pauseWhileOutOfReach = '15 seconds';

const retryOf = ({ maximumAttempts, backoff }: RetryPolicy) => ({
  maximumAttempts,
  initialInterval: Date.parse(momentOf(backoff, epoch) ?? epoch) || 1_000,
  maximumInterval: longestPause,
});

const isOutOfReach = (error: unknown): boolean =>
  error instanceof ActivityFailure && error.cause instanceof ApplicationFailure && error.cause.type === outOfReach;

const inputOf = (instance: InstanceId, answer: HandlerAnswer): Input =>
  answer.kind === 'completed'
    ? { kind: 'activityCompleted', instance, output: answer.output }
    : { kind: 'activityErred', instance, code: answer.code, message: answer.message };

const callOf = ({ instance, element, handler, definition, input, headers }: Started) => ({
  instance,
  element,
  handler,
  input,
  headers,
  ...(definition === undefined ? {} : { definition }),
});

/** Calls of service-task handlers: each with its model's retry policy, named in Temporal as on the diagram. */
export const createHandlerCalls = (
  { caseId, procedureId, unit }: CaseInput,
  answered: (input: Input) => void,
): { start(call: Started): void; cancel(instance: InstanceId): void; cancelAll(): void; running(): number } => {
  const scopes = new Map<InstanceId, CancellationScope>();
  const cancel = (instance: InstanceId): void => {
    scopes.get(instance)?.cancel();
    scopes.delete(instance);
  };
  const call = async (started: Started): Promise<Input> => {
    const { instance, name, retry } = started;
    const { runHandler } = proxyActivities<Pick<CaseActivities, 'runHandler'>>({
      startToCloseTimeout: longestCall,
      retry: retryOf(retry),
      summary: name,
    });
    for (;;) {
      try {
        return inputOf(instance, await runHandler({ caseId, procedureId, unit, ...callOf(started) }));
      } catch (error) {
        if (isCancellation(error)) throw error;
        if (!isOutOfReach(error))
          return { kind: 'activityFailed', instance, detail: rootCause(error) ?? 'no reason given' };
        await sleep(pauseWhileOutOfReach, { summary: name });
      }
    }
  };
  const run = async (started: Started, scope: CancellationScope): Promise<void> => {
    try {
      const input = await scope.run(() => call(started));
      scopes.delete(started.instance);
      answered(input);
    } catch (error) {
      if (!isCancellation(error)) throw error;
    }
  };
  return {
    start(started) {
      const scope = new CancellationScope();
      scopes.set(started.instance, scope);
      void run(started, scope);
    },
    cancel,
    cancelAll: () => [...scopes.keys()].forEach(cancel),
    running: () => scopes.size,
  };
};
