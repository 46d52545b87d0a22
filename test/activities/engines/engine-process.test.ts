import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { identityOf } from '../../../activities/engines/process-identity.ts';
import { startProcess, stopLeftOver } from '../../../activities/engines/engine-process.ts';
import { superviseEngine } from '../../../activities/engines/supervised-engine.ts';
import type { EngineEvent } from '../../../activities/engines/supervised-engine.ts';

const scratch = () => mkdtempSync(join(tmpdir(), 'obieg-engine-'));
const engineIn = (folder: string, script = 'exec sleep 60') => ({ binary: '/bin/sh', args: ['-c', script], folder });
const runs = (pid: number): boolean => identityOf(pid) !== undefined;
const until = async (condition: () => boolean): Promise<void> => {
  for (let i = 0; i < 200 && !condition(); i++) await sleep(50);
  expect(condition()).toBe(true);
};

describe('an engine we started', () => {
  test('stops when it is told to and takes its number away', async () => {
    const folder = scratch();
    const engine = startProcess(engineIn(folder));
    expect(runs(engine.pid)).toBe(true);
    await engine.stop();
    expect(runs(engine.pid)).toBe(false);
    expect(existsSync(join(folder, 'process.json'))).toBe(false);
  });

  test('dies soon after its parent was killed without a chance to clean up', async () => {
    const folder = scratch();
    const module = pathToFileURL(join(process.cwd(), 'activities/engines/engine-process.ts'));
    const script = `import { startProcess } from '${module.href}';
      const engine = startProcess({ binary: '/bin/sh', args: ['-c', 'exec sleep 60'], folder: '${folder}' });
      process.stdout.write(String(engine.pid)); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
    expect(runs(pid)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !runs(pid));
  });

  test('left over by an earlier run is stopped, a stranger with its number is not', async () => {
    const folder = scratch();
    const left = startProcess(engineIn(folder));
    await stopLeftOver(folder);
    expect(runs(left.pid)).toBe(false);

    const stranger = startProcess(engineIn(scratch()));
    writeFileSync(join(folder, 'process.json'), JSON.stringify({ pid: stranger.pid, began: 'another time' }));
    await stopLeftOver(folder);
    expect(runs(stranger.pid)).toBe(true);
    await stranger.stop();
  });
});

describe('a supervised engine', () => {
  test('that ends by itself is started again until it is stopped', async () => {
    const events: EngineEvent[] = [];
    const ready = async () => undefined;
    const engine = await superviseEngine('sleeper', engineIn(scratch()), ready, (event) => events.push(event));
    const first = engine.pid();
    process.kill(first, 'SIGKILL');
    await until(() => events.some(({ what }) => what === 'startedAgain'));
    const second = engine.pid();
    expect(second).not.toBe(first);
    await engine.stop();
    expect(runs(second)).toBe(false);
    await sleep(600);
    expect(events.map(({ what }) => what)).toEqual(['ended', 'startedAgain']);
  });

  test('that ends before it is ready is refused with its own complaint', async () => {
    const command = engineIn(scratch(), 'echo "error: the disk is full" >&2; exit 1');
    const ready = () => Promise.reject(new Error('not yet'));
    await expect(superviseEngine('broken', command, ready, () => undefined)).rejects.toMatchObject({
      code: 'engineEnded',
      values: { name: 'broken', reason: 'error: the disk is full' },
    });
  });

  test('whose binary cannot be run at all is refused', async () => {
    const command = { binary: '/no/such/engine', args: [], folder: scratch() };
    await expect(
      superviseEngine(
        'missing',
        command,
        () => Promise.reject(new Error('no')),
        () => undefined,
      ),
    ).rejects.toMatchObject({ code: 'engineEnded' });
  });
});
