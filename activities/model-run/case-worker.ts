import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Config } from '../config.ts';
import { workflowBundle } from '../temporal/workflow-bundle.ts';
import type { CaseActivities } from '../../workflows/ports.ts';
import type { CaseServer } from './case-server.ts';

export const taskQueue = 'obieg-run';
let installed = false;

/** A worker with the interpreter as the product runs it; only what its activities do is the runner's. */
export const startCaseWorker = async (
  config: Config,
  { address, namespace }: CaseServer,
  activities: CaseActivities,
): Promise<{ stop(): Promise<void> }> => {
  if (!installed)
    Runtime.install({
      shutdownSignals: [],
      telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
      logger: new DefaultLogger('ERROR', () => undefined),
    });
  installed = true;
  const [connection, bundle] = await Promise.all([
    NativeConnection.connect({ address }),
    workflowBundle(config.engines.cache),
  ]);
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: bundle,
    activities,
    shutdownGraceTime: '1 second',
    shutdownForceTime: '3 seconds',
  });
  const finished = worker.run();
  return {
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await finished;
      await connection.close();
    },
  };
};
