import { spawn } from 'node:child_process';

export type CommandAnswer = { ok: true; output: string } | { ok: false; reason: string };

/** Runs a command to its end, at most `seconds` long; a missing command is an answer like any other. */
export function runCommand(command: string, args: string[], seconds: number): Promise<CommandAnswer> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const output: string[] = [];
    const errors: string[] = [];
    // The whole group: pip and the downloaders start children of their own.
    const end = (): void => killGroup(child.pid);
    const deadline = setTimeout(end, seconds * 1000);
    process.once('exit', end);
    child.once('close', () => process.removeListener('exit', end));
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(deadline);
      resolve({ ok: false, reason: error.code === 'ENOENT' ? `${command} is not installed` : error.message });
    });
    child.once('close', (code, signal) => {
      clearTimeout(deadline);
      if (code === 0) resolve({ ok: true, output: output.join('') });
      else if (signal === 'SIGKILL') resolve({ ok: false, reason: `${command} did not end within ${seconds} s` });
      else resolve({ ok: false, reason: lastLine(errors.join('')) ?? `${command} ended with ${code ?? signal}` });
    });
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // ended in between
  }
}

const lastLine = (text: string): string | undefined =>
  text
    .split('\n')
    .map((line) => line.trim())
    .findLast((line) => line !== '');
