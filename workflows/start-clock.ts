import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setCurrentDetails,
  setHandler,
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

/**
 * Begins cases of a procedure by itself, whenever the timer of one of its start events is due, until there is no round
 * left. Which rounds there are, and of which version, is the store's to say: here is only the waiting, which outlives
 * worker and server (activities/casework/timer-starts.decision.md). Each wait is a run of its own, so none grows long.
 */
export const startClock = async (clock: StartClock & { after?: Instant }): Promise<void> => {
  let told = false;
  setHandler(defineSignal(names.lookAgain), () => void (told = true));
  const { after, next } = await beginDue({ ...clock, now: new Date(Date.now()).toISOString() });
  if (next !== undefined) {
    setCurrentDetails(`The next case begins at ${next}.`);
    await condition(() => told, Math.max(1, Date.parse(next) - Date.now()));
  } else if (!told) return;
  await continueAsNew<typeof startClock>({ ...clock, after });
};
