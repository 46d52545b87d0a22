import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

/** A process as it can be told from a later one with the same number. */
export type ProcessIdentity = { pid: number; /** when it began, in the system's own notation */ began: string };

/** Identity of a running process; undefined when there is none (a zombie counts as none). */
export function identityOf(pid: number): ProcessIdentity | undefined {
  if (process.platform !== 'linux') return identityByPs(pid);
  try {
    // Fields after the command's closing parenthesis: state is the 1st, start time the 20th (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? undefined : { pid, began: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function identityByPs(pid: number): ProcessIdentity | undefined {
  try {
    const began = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return began === '' ? undefined : { pid, began };
  } catch {
    return undefined;
  }
}

export const isRunning = ({ pid, began }: ProcessIdentity): boolean => identityOf(pid)?.began === began;

/** What was written by `JSON.stringify(identity)`; undefined when it is something else. */
export function parseIdentity(text: string): ProcessIdentity | undefined {
  try {
    const { pid, began } = JSON.parse(text) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && typeof began === 'string' ? { pid, began } : undefined;
  } catch {
    return undefined;
  }
}
