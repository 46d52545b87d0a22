import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Instant } from '../processes/language/ids.ts';
import { startClock as names } from './contract.ts';
import type { StartClock } from './contract.ts';
import type { StartActivities } from './ports.ts';

/** Tried again until the store answers: no round is passed over. */
const { beginDue } = proxyActivities<StartActivities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

const now = (): Instant => new Date(Date.now()).toISOString();

/**
 * Begins cases of a procedure by itself, whenever the timer of one of its start events is due, until there is no round
 * left. Which rounds there are, and of which version, is the store's to say: here is only the waiting, which outlives
 * worker and server (activities/casework/timer-starts.decision.md).
 */
export const startClock = async (clock: StartClock & { after?: Instant }): Promise<void> => {
  let told = true;
  setHandler(defineSignal(names.lookAgain), () => void (told = true));
  let { after } = clock;
  while (told) {
    told = false;
    const due = await beginDue({ ...clock, ...(after === undefined ? {} : { after }), now: now() });
    ({ after } = due);
    if (due.next === undefined) continue;
    setCurrentDetails(`The next case begins at ${due.next}.`);
    await condition(() => told, Math.max(1, Date.parse(due.next) - Date.now()));
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof startClock>({ ...clock, after });
    told = true;
  }
};
