import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Instant } from '../processes/language/ids.ts';
import type { InstanceId } from './engine/contract.ts';

export type DueTimer = { timer: InstanceId; name: string; dueAt: Instant };

/** Durable timers of a case, armed until an absolute instant, so that arming again after continue-as-new changes nothing. */
export const createTimers = (
  fired: (timer: InstanceId) => void,
): { start(due: DueTimer): void; cancel(timer: InstanceId): void; cancelAll(): void } => {
  const scopes = new Map<InstanceId, CancellationScope>();
  const wait = async ({ timer, name, dueAt }: DueTimer, scope: CancellationScope): Promise<void> => {
    try {
      await scope.run(() => sleep(Math.max(1, Date.parse(dueAt) - Date.now()), { summary: name }));
    } catch (error) {
      if (isCancellation(error)) return;
      throw error;
    }
    scopes.delete(timer);
    fired(timer);
  };
  const cancel = (timer: InstanceId): void => {
    scopes.get(timer)?.cancel();
    scopes.delete(timer);
  };
  return {
    start(due) {
      const scope = new CancellationScope();
      scopes.set(due.timer, scope);
      void wait(due, scope);
    },
    cancel,
    cancelAll: () => [...scopes.keys()].forEach(cancel),
  };
};
