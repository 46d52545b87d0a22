import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../activities/config.ts';
import type { Config } from '../../activities/config.ts';

const made: string[] = [];
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `obieg-${name}-`));
  made.push(folder);
  return folder;
}

/** A mongod's data take hundreds of megabytes: call it when nothing works in the scratch folders any more. */
export const removeScratch = (): void => made.forEach((folder) => rmSync(folder, { recursive: true, force: true }));

/** The configuration of a product of its own: an empty data folder, free ports, no address taken from around the test. */
export function ownConfig(dataFolder: string, more: Record<string, string> = {}): Config {
  const { TEMPORAL_ADDRESS: _, MONGODB_URI: __, ...around } = process.env;
  const config = loadConfig({ ...around, OBIEG_DATA: dataFolder, ...more });
  if (!config.ok) throw new Error(`Expected a right environment, but ${config.detail}`);
  return config.value;
}
