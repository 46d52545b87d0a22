import { Client } from '@temporalio/client';
import type { WorkflowHandle } from '@temporalio/client';
import type { Config } from '../config.ts';
import type { CaseInput } from '../../workflows/contract.ts';
import type { CaseActivities } from '../../workflows/ports.ts';
import { startCaseServer } from './case-server.ts';
import { startCaseWorker, taskQueue } from './case-worker.ts';
import { connectTo, createServerClock } from './server-clock.ts';
import type { ServerClock } from './server-clock.ts';

/** A case at work on a server: `stop` ends everything that was started for it. */
export type ServerRun = { handle: WorkflowHandle; clock: ServerClock; skipsTime: boolean; stop(): Promise<void> };

/** Starts a server and a worker, and the case on them; `input` is told what the server's clock shows. */
export const startServerRun = async (
  config: Config,
  skipsTime: boolean,
  activities: CaseActivities,
  input: (now: string) => CaseInput,
): Promise<ServerRun> => {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (let next = stops.pop(); next; next = stops.pop()) await next();
  };
  try {
    const server = await startCaseServer(config, skipsTime);
    stops.push(() => server.stop());
    const worker = await startCaseWorker(config, server, activities);
    stops.push(() => worker.stop());
    const connection = await connectTo(server);
    stops.push(() => connection.close());
    const clock = await createServerClock(connection);
    const { workflow } = new Client({ connection, namespace: server.namespace });
    const given = input(await clock.read());
    const handle = await workflow.start(given.procedureId, { args: [given], taskQueue, workflowId: given.caseId });
    // a server that was there before keeps nothing of the run at work; a case that has ended needs no ending
    stops.push(() => handle.terminate('The run is over').catch(() => undefined));
    return { handle, clock, skipsTime, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
