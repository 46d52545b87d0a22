import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { node } from '../../../workflows/engine/drawing.ts';
import { definitions, fileOf, folder, process as drawn } from './playing.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const model = fileOf(
  definitions(
    drawn(
      node('startEvent', 'begin') + node('userTask', 'check', '', 'name="Sprawdź"') + node('endEvent', 'done'),
      'begin -> check\ncheck -> done',
    ),
  ),
);

type Ended = { code: number | null; out: string[]; err: string };

/** The real command as a process of its own; `input` undefined leaves its standard input open. */
const command = (args: string[], input?: string): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'api/cli.ts', ...args], { cwd: root });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString('utf8')));
    child.stderr.on('data', (data: Buffer) => (err += data.toString('utf8')));
    child.on('close', (code) => resolve({ code, out: out.split('\n').filter((line) => line !== ''), err }));
    if (input !== undefined) child.stdin.end(input);
  });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the command reads lines, prints one last line and exits with its code', async () => {
  const { code, out, err } = await command(
    ['run', model, '--core', '--trace'],
    '{"list":true}\r\n{"complete":"Sprawdź","vars":{"miasto":"Łódź"}}\r\n',
  );
  expect(code).toBe(0);
  expect(out).toHaveLength(2);
  expect(JSON.parse(out[1]!)).toMatchObject({ status: 'completed', variables: { miasto: 'Łódź' } });
  expect(err.trim().split('\n')).toHaveLength(6);
});

test('the last line comes whole, however long it is', async () => {
  const { code, out } = await command(['run', model, '--core'], '{"complete":"nothing"}\n'.repeat(20_000));
  expect(code).toBe(4);
  expect(JSON.parse(out[0]!).refused).toHaveLength(20_000);
});

test('the command ends as it would when nobody reads what it says any more', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/cli.ts', 'run', model, '--core'], { cwd: root });
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (data: Buffer) => (err += data.toString('utf8')));
  child.stdin.end('{"list":true}\n{"complete":"check"}\n');
  const code = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  expect([code, err]).toEqual([0, '']);
});

test('the command ends by itself while its input stays open', async () => {
  const { code, out } = await command(['run', model, '--core', '--idle', 'PT0.2S']);
  expect(code).toBe(4);
  expect(JSON.parse(out[0]!)).toMatchObject({ waiting: [{ for: 'userTask', element: 'check' }] });
});

test('the command that is asked to end prints its last line', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/cli.ts', 'run', model, '--core', '--idle', 'PT0S'], {
    cwd: root,
  });
  let out = '';
  child.stdout.on('data', (data: Buffer) => {
    if (out === '') child.kill('SIGTERM');
    out += data.toString('utf8');
  });
  child.stdin.write('{"list":true}\n');
  const code = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  expect(code).toBe(4);
  expect(JSON.parse(out.trim().split('\n')[1]!)).toMatchObject({ status: 'waiting' });
});

test('a wrong command line is refused in JSON too', async () => {
  const { code, out } = await command(['run', '--core'], '');
  expect(code).toBe(2);
  expect(JSON.parse(out[0]!)).toMatchObject({ status: 'refused' });
});

test('help lists the command', async () => {
  const { out } = await command(['help'], '');
  expect(out.some((line) => line.includes('run <file> [options]'))).toBe(true);
});
