import type { Bench } from '../bench.ts';
import { crowd, milliseconds, percentile, rounded, timed, times } from '../statistics.ts';

const few = 100;
/** of 153 units with 14 procedures each */
export const wholeCity = 2142;

/** A city's cases open at once: what they weigh, and whether a step takes longer than among a hundred. */
export async function manyOpen({ office, serving, quick, openCases, figures, raw }: Bench): Promise<void> {
  const steps = quick ? 20 : 60;
  const stepMs = async (): Promise<number[]> => {
    const samples: number[] = [];
    for (let i = 0; i < steps; i++) {
      const task = await office.fileOpen();
      samples.push(await timed(() => office.complete(task)));
    }
    return samples;
  };
  const open = (count: number) => crowd(count, 20, () => office.fileOpen());
  await open(few);
  const before = percentile(await stepMs(), 0.5);
  await open(openCases - few);
  const memory = serving.memory();
  const after = percentile(await stepMs(), 0.5);
  const mebibytes = memory.product + memory.temporal;
  figures.push(
    {
      what: `${openCases} open cases: Temporal + worker and API`,
      measured: `${rounded(mebibytes, 0)} MiB = ${rounded(memory.temporal, 0)} + ${rounded(memory.product, 0)}`,
      anchor: `raw, ${wholeCity} open: 0.4 + 0.7 GB`,
      goal: '≤ 1.2 GB',
      met: mebibytes <= 1.2 * 1024,
    },
    {
      what: `${openCases} open cases: a human step, p50`,
      measured: `${milliseconds(after)} = ${times(after, before)} × that at ${few}`,
      anchor: `at ${few} open cases ${milliseconds(before)}`,
      goal: '≤ 1.2 ×',
      met: after <= 1.2 * before,
    },
  );
  raw['manyOpen'] = { openCases, before, after, memory };
}
