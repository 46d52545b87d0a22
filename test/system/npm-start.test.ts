import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { findRunning } from '../../api/cli/running.ts';
import { freePort } from '../../activities/engines/ports.ts';
import { removeScratch, scratchFolder } from '../support/engine-config.ts';

afterAll(removeScratch);

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

test('npm start, asked to end as a service is, by a signal to npm alone, stops everything', async () => {
  const [dataFolder, port] = [scratchFolder('npm-start'), await freePort()];
  const { NODE_OPTIONS: _, ...around } = process.env;
  const npm = spawn('npm', ['start'], { env: { ...around, OBIEG_DATA: dataFolder, PORT: String(port) } });
  let printed = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise((resolve) => npm.once('exit', resolve));
  for (let waited = 0; waited < 90_000 && !(await answers(`http://127.0.0.1:${port}/`)); waited += 200)
    await sleep(200);
  const running = findRunning(dataFolder);
  npm.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(printed).toContain('Every case is where it was.');
  expect(running).toBeDefined();
  expect(findRunning(dataFolder)).toBeUndefined();
  expect(await answers(`http://127.0.0.1:${port}/`)).toBe(false);
}, 150_000);
