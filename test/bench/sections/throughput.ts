import type { Bench } from '../bench.ts';
import { shares } from '../bench.ts';
import { crowd, rounded, times } from '../statistics.ts';

const blocks = 3;

/** Filed, opened, completed, closed, 50 at once: in alternating blocks, so that noise falls on both. */
export async function throughput({ office, floor, serving, quick, figures, raw }: Bench): Promise<void> {
  const size = quick ? 60 : 200;
  let mine = 0;
  let bare = 0;
  const cpu: string[] = [];
  for (let block = 0; block < blocks; block++) {
    bare += await crowd(size, 50, async () => {
      const waiting = await floor.start();
      await waiting.complete();
      await waiting.finished();
    });
    const used = await serving.cpuDuring(async () => {
      mine += await crowd(size, 50, async () => office.complete(await office.fileOpen()));
    });
    cpu.push(shares(used, size));
  }
  const perSecond = (took: number): number => (blocks * size * 1000) / took;
  figures.push({
    what: 'cases per second, 50 at once',
    measured: `${rounded(perSecond(mine))}/s = ${times(perSecond(mine), perSecond(bare))} × raw`,
    anchor: `raw idiomatic workflow ${rounded(perSecond(bare))}/s`,
    goal: '≥ 1.0 × raw',
    met: mine <= bare,
  });
  raw['throughputCpuMsPerCase'] = cpu;
}
