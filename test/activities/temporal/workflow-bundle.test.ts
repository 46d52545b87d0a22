import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { workflowBundle } from '../../../activities/temporal/workflow-bundle.ts';

/** Packages that workflow code may hold. Whatever else gets in was imported by mistake. */
const allowed = [
  '@temporalio/common',
  '@temporalio/workflow',
  '@temporalio/worker',
  '@lezer/common',
  '@lezer/highlight',
  '@lezer/lr',
  'big.js',
  'feelin',
  'lezer-feel',
  'long',
  'min-dash',
  'ms',
  'nexus-rpc',
  'temporal-polyfill',
  'temporal-utils',
];

const folder = mkdtempSync(join(tmpdir(), 'obieg-bundle-'));
let codePath = '';
let modules: string[] = [];
beforeAll(async () => {
  codePath = (await workflowBundle(folder)).codePath;
  const [, map = ''] = /sourceMappingURL=data:[^,]*base64,([\w+/=]+)\s*$/.exec(readFileSync(codePath, 'utf8')) ?? [];
  const { sources } = JSON.parse(Buffer.from(map, 'base64').toString('utf8')) as { sources: string[] };
  modules = sources.filter((source) => !source.includes('webpack/'));
}, 60_000);

describe('the workflow bundle', () => {
  test('is small enough to be loaded for every worker', () => {
    expect(statSync(codePath).size).toBeLessThan(5 * 1024 * 1024);
  });

  test('holds nothing of ours but workflows and the language of processes', () => {
    const ours = modules.filter((source) => !source.includes('node_modules/') && source.endsWith('.ts'));
    expect(ours.length).toBeGreaterThan(20);
    expect(ours.filter((source) => !/\/(workflows|processes\/language)\//.test(source))).toEqual([]);
  });

  test('holds no package but those the engine needs', () => {
    const packages = modules.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
    expect([...new Set(packages)].filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test('is made once: the second call takes the file of the first', async () => {
    const before = statSync(codePath).mtimeMs;
    expect(await workflowBundle(folder)).toEqual({ codePath });
    expect(statSync(codePath).mtimeMs).toBe(before);
  });
});
