import type { Bench } from '../bench.ts';
import { shares } from '../bench.ts';
import { milliseconds, percentile, timed, times } from '../statistics.ts';

/** One person at work: the step of the product and the update of bare Temporal, one after the other. */
export async function humanStep({ office, floor, serving, quick, figures, raw }: Bench): Promise<void> {
  const steps = quick ? 30 : 150;
  const product: number[] = [];
  const bare: number[] = [];
  const cpu = await serving.cpuDuring(async () => {
    for (let i = 0; i < steps; i++) {
      const [task, waiting] = [await office.fileOpen(), await floor.start()];
      bare.push(await timed(() => waiting.complete()));
      product.push(await timed(() => office.complete(task)));
    }
  });
  for (const [share, limit] of [
    [0.5, 1.5],
    [0.95, 2],
  ] as const) {
    const [mine, anchor] = [percentile(product, share), percentile(bare, share)];
    figures.push({
      what: `human step over HTTP, one user, p${share * 100}`,
      measured: `${milliseconds(mine)} = ${times(mine, anchor)} × raw`,
      anchor: `raw Temporal update ${milliseconds(anchor)}`,
      goal: `≤ ${limit} × raw`,
      met: mine <= limit * anchor,
    });
  }
  raw['humanStep'] = { product, bare, cpuMsPerCase: shares(cpu, steps) };
}
