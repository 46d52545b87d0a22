import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../activities/engines/ports.ts';
import { findRunning } from '../../api/cli/running.ts';
import type { Running } from '../../api/cli/running.ts';

/** The product as a process of its own, as `npm start` runs it. */
export type Product = {
  url: string;
  pid: number;
  /** milliseconds from the command to the first page */
  startedIn: number;
  running(): Running;
  output(): string;
  /** ends it at once, as a power cut would */
  kill(): Promise<void>;
  /** Ctrl-C; answers the exit code */
  stop(): Promise<number | null>;
};

export type ProductOptions = { dataFolder: string; port?: number; env?: Record<string, string> };

const patience = 120_000;

/** Starts the product and waits for its first page. Throws with what it printed when it ends before. */
export async function startProduct({ dataFolder, port, env = {} }: ProductOptions): Promise<Product> {
  const chosen = port ?? (await freePort());
  const { TEMPORAL_ADDRESS: _, MONGODB_URI: __, NODE_OPTIONS: ___, ...around } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/cli.ts', 'start'], {
    env: { ...around, OBIEG_DATA: dataFolder, PORT: String(chosen), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  const output = () => printed.join('');
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const url = `http://127.0.0.1:${chosen}`;
  await firstPage(url, child, output);
  return {
    url,
    pid: child.pid!,
    startedIn: performance.now() - began,
    running() {
      const running = findRunning(dataFolder);
      if (!running) throw new Error(`Expected the product to run, but it does not:\n${output()}`);
      return running;
    },
    output,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    stop() {
      child.kill('SIGINT');
      return ended;
    },
  };
}

async function firstPage(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let waited = 0; waited < patience; waited += 50) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`Expected the product to start, but it ended:\n${output()}`);
    const answer = await fetch(`${url}/`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(`Expected the first page within ${patience} ms, but there is none:\n${output()}`);
}
