import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { LogEntry } from '@temporalio/worker';

export type WorkerLog = (entry: Pick<LogEntry, 'level' | 'message'>) => void;

/**
 * Sets Temporal's own runtime up, once a process: it takes no signals, since the composition root stops things in order,
 * and tells only warnings and errors, without their details, which may hold what a case is about.
 */
export const installRuntime = (log: WorkerLog): void => {
  try {
    Runtime.install({
      shutdownSignals: [],
      telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
      logger: new DefaultLogger('WARN', ({ level, message }) => log({ level, message })),
    });
  } catch (error) {
    // already installed by an earlier worker of this process
    if (!(error instanceof Error && error.name === 'IllegalStateError')) throw error;
  }
};
