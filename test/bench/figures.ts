import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

/** One figure beside what it is compared with. `met` is what the goal says of this run; noise belongs to it. */
export type Figure = { what: string; measured: string; anchor: string; goal: string; met: boolean };

export type Report = { at: string; machine: string; figures: Figure[]; raw: Record<string, unknown> };

export function report(figures: Figure[], raw: Record<string, unknown>, at: Date): Report {
  const load = loadavg().map((each) => each.toFixed(1));
  return {
    at: at.toISOString(),
    machine: `${cpus().length} CPUs, load ${load.join(' ')}, Node ${process.version}`,
    figures,
    raw,
  };
}

export function printed({ machine, figures }: Report): string {
  const rows = figures.map(({ what, measured, anchor, goal, met }) => [
    what,
    measured,
    anchor,
    `${met ? '✔' : '✘'} ${goal}`,
  ]);
  const table = [['figure', 'measured', 'anchor', 'goal'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [machine, '', ...lines].join('\n');
}

export const keep = (path: string, kept: Report): void => writeFileSync(path, `${JSON.stringify(kept, null, 2)}\n`);
