import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { Bench } from '../bench.ts';

/** What one human step, the last of its case, writes into Temporal's history. */
export async function events({ product, office, floor, figures }: Bench): Promise<void> {
  const connection = await Connection.connect({ address: product.running().temporal });
  const { workflow } = new Client({ connection });
  /** The last events of a step are written after its answer: counted once nothing is added any more. */
  const lengthOf = async (id: string): Promise<number> => {
    let length = -1;
    for (;;) {
      const { historyLength } = await workflow.getHandle(id).describe();
      if (historyLength === length) return length;
      length = historyLength;
      await sleep(500);
    }
  };
  const task = await office.fileOpen();
  const before = await lengthOf(office.workflowOf(task));
  await office.complete(task);
  const written = (await lengthOf(office.workflowOf(task))) - before;
  const waiting = await floor.start();
  await waiting.complete();
  await waiting.finished();
  const whole = await waiting.events();
  figures.push({
    what: 'history events of a human step, with the end of the case',
    measured: String(written),
    anchor: `raw case, whole: ${whole}; raw step with update, activity and timer: 13`,
    goal: '≤ 8',
    met: written <= 8,
  });
  await connection.close();
}
