import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';

const { step } = proxyActivities<{ step(what: string): Promise<string> }>({ startToCloseTimeout: '1 minute' });
const complete = defineUpdate<string, [string]>('complete');

/** The least that a case of one human step costs on Temporal, written the usual way: activity, update, activity. */
export async function floorCase(): Promise<void> {
  let by: string | undefined;
  setHandler(complete, (person) => {
    by = person;
    return 'accepted';
  });
  await step('open');
  await condition(() => by !== undefined);
  await step('close');
}
