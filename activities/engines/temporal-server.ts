import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import type { Clock } from '../clock.ts';
import type { EngineCommand } from './engine-process.ts';

/** Search attributes by which operators find cases in Temporal's own tools; the product's lists come from MongoDB. */
const searchAttributes = ['ObiegUnit', 'ObiegProcedure'];
/** The dev server of the Temporal CLI with its data kept in SQLite: journal and flushing as measured, 5 times the default's speed. */
export const temporalCommand = (binary: string, port: number, namespace: string, folder: string): EngineCommand => ({
  binary,
  folder,
  args: [
    'server',
    'start-dev',
    '--headless',
    '--ip=127.0.0.1',
    `--namespace=${namespace}`,
    `--port=${port}`,
    `--db-filename=${join(folder, 'temporal.db')}`,
    '--sqlite-pragma=journal_mode=wal',
    '--sqlite-pragma=synchronous=1',
    ...searchAttributes.map((attribute) => `--search-attribute=${attribute}=Keyword`),
    '--log-level=warn',
    '--log-format=json',
  ],
});

/** How long a closed case's history stays: the dev server's 24 h would delete what replay tests and operators need. */
const retentionDays = 3650;

/** Throws until the server answers for the namespace; then makes sure of its retention. */
export async function temporalReady(address: string, namespace: string, clock: Clock): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 2000 });
  try {
    await connection.withDeadline(clock().getTime() + 5000, async () => {
      const { config } = await connection.workflowService.describeNamespace({ namespace });
      const kept = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0);
      if (kept >= retentionDays * 86_400) return;
      await connection.workflowService.updateNamespace({
        namespace,
        config: { workflowExecutionRetentionTtl: msToTs(`${retentionDays} days`) },
      });
    });
  } finally {
    await connection.close();
  }
}
