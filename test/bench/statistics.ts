import { readFileSync, readdirSync } from 'node:fs';

/** The value below which this share of the samples lies. */
export function percentile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

export const milliseconds = (value: number, digits = 1): string => `${rounded(value, digits)} ms`;
export const times = (value: number, anchor: number): number => rounded(value / anchor, 2);

/** Milliseconds that one run takes. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

/** Runs `total` jobs, `atOnce` of them at a time; answers milliseconds from the first begin to the last end. */
export function crowd(total: number, atOnce: number, job: (index: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < total) {
      const mine = next;
      next += 1;
      await job(mine);
    }
  };
  return timed(() => Promise.all(Array.from({ length: atOnce }, worker)));
}

const ticksPerSecond = 100;

/** CPU time of a process and its threads, in milliseconds (Linux). */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000;
}

/** Resident memory in MiB (Linux). */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** The process that runs this binary on files in this folder (Linux). */
export function processOf(binary: string, folder: string): number {
  const pid = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((name) => {
      const [command = '', ...args] = commandOf(name);
      return command.includes(`/${binary}`) && args.some((each) => each.includes(folder));
    });
  if (pid === undefined) throw new Error(`Expected a ${binary} on ${folder} to run, but there is none`);
  return Number(pid);
}

function commandOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // it ended meanwhile
  }
}
