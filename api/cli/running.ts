import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { identityOf, isRunning } from '../../activities/engines/process-identity.ts';

const shape = z.object({
  process: z.object({ pid: z.number(), began: z.string() }),
  temporal: z.string(),
  mongod: z.string(),
  url: z.string().optional(),
});
export type Running = Omit<z.infer<typeof shape>, 'process'>;

const fileOf = (dataFolder: string): string => join(dataFolder, 'running.json');

/** Writes down where the running product answers, so that other commands work on it beside its run. */
export function noteRunning(dataFolder: string, running: Running): { forget(): void } {
  const note = { process: identityOf(process.pid), ...running };
  writeFileSync(fileOf(dataFolder), JSON.stringify(note), { mode: 0o600 });
  return { forget: () => rmSync(fileOf(dataFolder), { force: true }) };
}

/** Where the product that runs on this data folder answers; undefined when none runs. */
export function findRunning(dataFolder: string): Running | undefined {
  try {
    const { process: holder, ...running } = shape.parse(JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')));
    return isRunning(holder) ? running : undefined;
  } catch {
    return undefined;
  }
}
