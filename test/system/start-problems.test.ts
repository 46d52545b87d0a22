import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../activities/engines/ports.ts';
import { identityOf } from '../../activities/engines/process-identity.ts';
import { removeScratch, scratchFolder } from '../support/engine-config.ts';
import { startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';

afterAll(removeScratch);

type Ended = { code: number | null; lines: string[] };

/** Runs the command line to its end; what it printed, line by line. */
function obieg(args: string[], env: Record<string, string>): Promise<Ended> {
  const { TEMPORAL_ADDRESS: _, MONGODB_URI: __, NODE_OPTIONS: ___, ...around } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/cli.ts', ...args], { env: { ...around, ...env } });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({
        code,
        lines: printed
          .join('')
          .split('\n')
          .filter((line) => line !== ''),
      });
    });
  });
}

const started = async (env: Record<string, string>): Promise<Ended> =>
  obieg(['start'], { OBIEG_DATA: scratchFolder('problem'), PORT: String(await freePort()), ...env });
const oneSentence = (ended: Ended): string => {
  expect([ended.code, ended.lines.length]).toEqual([1, 1]);
  return ended.lines[0] ?? '';
};

describe('a start that cannot be', () => {
  let product: Product;
  const dataFolder = scratchFolder('taken');
  beforeAll(async () => {
    product = await startProduct({ dataFolder });
  }, 300_000);
  afterAll(() => product?.stop(), 60_000);

  test('on a data folder that another product works with names that product and harms it in nothing', async () => {
    const sentence = oneSentence(await started({ OBIEG_DATA: dataFolder }));
    expect(sentence).toContain(String(product.pid));
    expect(sentence).toContain('OBIEG_DATA=');
    expect((await fetch(`${product.url}/health/ready`)).status).toBe(200);
  }, 60_000);

  test('on a port in use names the port and another one', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    expect(oneSentence(await started({ PORT: String(port) }))).toMatch(new RegExp(`port ${port}\\b.*PORT=\\d+`));
    server.close();
  }, 60_000);

  test('with a binary that is not there names the variable', async () => {
    expect(oneSentence(await started({ MONGOD_BIN: '/no/such/mongod' }))).toContain('MONGOD_BIN');
  }, 60_000);

  test('with a binary that ends at once says what it said, and leaves no other engine behind', async () => {
    const folder = scratchFolder('broken');
    const broken = join(folder, 'mongod');
    writeFileSync(broken, '#!/bin/sh\necho "error: this disk is full" >&2\nexit 14\n');
    chmodSync(broken, 0o755);
    const data = scratchFolder('problem');
    expect(oneSentence(await started({ MONGOD_BIN: broken, OBIEG_DATA: data }))).toContain('this disk is full');
  }, 90_000);

  test('in a folder that cannot be written says how to choose another', async () => {
    expect(oneSentence(await started({ OBIEG_DATA: '/proc/obieg' }))).toContain('OBIEG_DATA=');
  }, 60_000);

  test('with a wrong setting names it', async () => {
    expect(oneSentence(await started({ PORT: 'many' }))).toContain('PORT');
  }, 60_000);
});

describe('the command line', () => {
  test('says what it can do, and what it was called wrongly for', async () => {
    const help = await obieg(['help'], {});
    expect(help.code).toBe(0);
    for (const command of ['start', 'deploy', 'check', 'verify', 'seed', 'doctor']) {
      expect(help.lines.some((line) => line.trim().startsWith(command))).toBe(true);
    }
    expect((await obieg(['dance'], {})).code).toBe(2);
    expect((await obieg(['deploy'], {})).code).toBe(2);
  }, 60_000);

  test('checks procedures of the catalogue and names those it does not know', async () => {
    expect(await obieg(['check', 'demo'], {})).toEqual({ code: 0, lines: ['demo has no problems.'] });
    const unknown = await obieg(['check', 'no-such-procedure'], {});
    expect([unknown.code, unknown.lines.join(' ')]).toEqual([1, expect.stringContaining('stypendium-szkolne')]);
  }, 60_000);

  test('deploys, seeds and looks around beside nothing that runs, and leaves nothing running', async () => {
    const env = { OBIEG_DATA: scratchFolder('alone') };
    expect(await obieg(['deploy', 'demo'], env)).toMatchObject({
      code: 0,
      lines: [expect.stringMatching(/^demo is deployed: version 1/)],
    });
    expect(await obieg(['deploy', 'processes/demo'], env)).toMatchObject({
      lines: [expect.stringContaining('was deployed before')],
    });
    expect((await obieg(['seed'], env)).lines).toEqual(['The demo city is seeded.']);
    expect((await obieg(['seed'], env)).lines).toEqual(['The demo city was there already; nothing was changed.']);
    const doctor = await obieg(['doctor'], { ...env, PORT: String(await freePort()) });
    expect([doctor.code, doctor.lines.every((line) => line.startsWith('✔'))]).toEqual([0, true]);
  }, 180_000);

  test('refuses the demo city in production', async () => {
    expect((await obieg(['seed'], { NODE_ENV: 'production', OBIEG_DATA: scratchFolder('production') })).code).toBe(1);
  }, 60_000);
});

describe('a stop', () => {
  test('asked for in the middle of a start leaves nothing running', async () => {
    const env = { OBIEG_DATA: scratchFolder('interrupted'), PORT: String(await freePort()) };
    const { NODE_OPTIONS: _, ...around } = process.env;
    const child = spawn(process.execPath, ['--import', 'tsx', 'api/cli.ts', 'start'], {
      env: { ...around, ...env },
      stdio: 'ignore',
    });
    const noted = join(env.OBIEG_DATA, 'mongod', 'process.json');
    while (!existsSync(noted)) await new Promise((resolve) => setTimeout(resolve, 20));
    const { pid } = JSON.parse(readFileSync(noted, 'utf8')) as { pid: number };
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    expect(identityOf(pid)).toBeUndefined();
  }, 120_000);
});
