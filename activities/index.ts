import { ApplicationFailure } from '@temporalio/common';
import { outOfReach } from '../workflows/contract.ts';
import type { CaseActivities, StartActivities } from '../workflows/ports.ts';
import type { CaseEngine } from './casework/case-engine.ts';
import { beginDue } from './casework/starting/begin-due.ts';
import { createDirectory } from './casework/directory.ts';
import { spreadSignal } from './casework/operating/spread-signal.ts';
import { StoreUnavailable } from './store/unavailable.ts';
import type { Store } from './store/store.ts';
import { HandlerFault } from './tasks/handler.ts';
import type { HandlerDeps } from './tasks/handler.ts';
import { handlers } from './tasks/index.ts';

/** How the engine learns what kind of failure it was: whether to wait, to retry, or to raise an incident at once. */
const failureOf = (error: unknown): unknown => {
  if (error instanceof StoreUnavailable)
    return ApplicationFailure.create({ type: outOfReach, message: error.message, nonRetryable: true });
  if (error instanceof HandlerFault) return ApplicationFailure.nonRetryable(error.message, error.name);
  return error;
};

/** What the workflows call, over the real store and the registered handlers. */
export const createActivities = (
  deps: HandlerDeps & {
    store: Pick<Store, 'cases' | 'submissions' | 'definitions' | 'units' | 'people'>;
    /** the door to other cases */ engine: Pick<CaseEngine, 'deliverSignal' | 'start'>;
  },
) => {
  const timekeeping = { ...deps, directory: createDirectory(deps.store, deps.clock) };
  return {
    project: (step) => deps.store.cases.project(step),
    async spreadSignal(thrown) {
      await spreadSignal(deps, thrown);
    },
    async runHandler(call) {
      const handler = handlers.get(call.handler);
      if (!handler) throw ApplicationFailure.nonRetryable(`No handler ${call.handler}`, 'HandlerFault');
      try {
        return await handler.run(call, deps);
      } catch (error) {
        throw failureOf(error);
      }
    },
    beginDue: (asked) => beginDue(timekeeping, asked),
  } satisfies CaseActivities & StartActivities;
};
