import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, isRunning, parseIdentity } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { guard } from './watchdog.ts';

export type EngineCommand = {
  binary: string;
  args: string[];
  /** of the engine alone: its data, its log, its number */ folder: string;
};

export type EngineProcess = {
  pid: number;
  /** resolves when it has ended, in whatever way */ ended: Promise<void>;
  hasEnded(): boolean;
  /** SIGTERM, then SIGKILL after `patienceSeconds` */ stop(): Promise<void>;
};

const patienceSeconds = 20;
const largestLog = 20 * 2 ** 20;

/** Starts the engine in a session of its own, so that Ctrl-C reaches it only through an orderly stop. */
export function startProcess({ binary, args, folder }: EngineCommand): EngineProcess {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const log = openLog(logOf(folder));
  const child = spawn(binary, args, { stdio: ['ignore', log, log], detached: true, cwd: folder });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const pid = child.pid ?? -1;
  if (pid > 0) {
    const watchdog = guard(pid);
    void ended.then(() => watchdog.dismiss());
    writeFileSync(pidFileOf(folder), JSON.stringify(identityOf(pid) ?? { pid, began: '' }), { mode: 0o600 });
  }
  const hasEnded = () => pid < 0 || child.exitCode !== null || child.signalCode !== null;
  return { pid, ended, hasEnded, stop: () => stop(child, ended, hasEnded, folder) };
}

async function stop(child: ChildProcess, ended: Promise<void>, hasEnded: () => boolean, folder: string): Promise<void> {
  if (!hasEnded()) {
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), patienceSeconds * 1000);
    await ended;
    clearTimeout(kill);
  }
  rmSync(pidFileOf(folder), { force: true });
}

/**
 * Stops what a killed run may have left in this folder: only a process that has the number and the starting time
 * written there. Usually its watchdog is already at it.
 */
export async function stopLeftOver(folder: string): Promise<void> {
  const identity = leftOver(folder);
  if (identity === undefined) return;
  for (let tenths = 0; isRunning(identity); tenths++) {
    if (tenths === 0) process.kill(identity.pid, 'SIGTERM');
    if (tenths === patienceSeconds * 10) process.kill(identity.pid, 'SIGKILL');
    await sleep(100);
  }
  rmSync(pidFileOf(folder), { force: true });
}

function leftOver(folder: string): ProcessIdentity | undefined {
  try {
    return parseIdentity(readFileSync(pidFileOf(folder), 'utf8'));
  } catch {
    return undefined;
  }
}

const pidFileOf = (folder: string): string => join(folder, 'process.json');
export const logOf = (folder: string): string => join(folder, 'engine.log');

/** The engine's last complaint, or its last words, for the sentence that says why it did not start. */
export function lastLogLine(folder: string): string {
  try {
    const lines = readFileSync(logOf(folder), 'utf8').trimEnd().split('\n').slice(-50);
    const line = lines.findLast((each) => /"s":"[EF]"|error|fatal/i.test(each)) ?? lines.at(-1) ?? '';
    return line.length > 300 ? `${line.slice(0, 300)}…` : line;
  } catch {
    return '';
  }
}

function openLog(path: string): number {
  try {
    if (statSync(path).size > largestLog) renameSync(path, `${path}.1`);
  } catch {
    // there is none yet
  }
  return openSync(path, 'a', 0o600);
}
