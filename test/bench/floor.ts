import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

/** Raw Temporal on the same server and at the same time as the product: what every figure is compared with. */
export type Floor = {
  /** a case that waits for its person */
  start(): Promise<{ complete(): Promise<void>; finished(): Promise<void>; events(): Promise<number> }>;
  stop(): Promise<void>;
};

export async function startFloor(address: string): Promise<Floor> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const native = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection: native,
    taskQueue: 'floor',
    workflowsPath: fileURLToPath(new URL('floor-workflow.ts', import.meta.url)),
    activities: { step: async (what: string) => what },
  });
  const run = worker.run();
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  let started = 0;
  const mark = process.hrtime.bigint();
  return {
    async start() {
      started += 1;
      const handle = await workflow.start('floorCase', { taskQueue: 'floor', workflowId: `floor-${mark}-${started}` });
      return {
        complete: async () => void (await handle.executeUpdate('complete', { args: ['somebody'] })),
        finished: () => handle.result(),
        events: async () => (await handle.fetchHistory()).events?.length ?? 0,
      };
    },
    async stop() {
      worker.shutdown();
      await run;
      await native.close();
      await connection.close();
    },
  };
}
