import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf, isRunning, parseIdentity } from './process-identity.ts';

export type Lock = { release(): void };
export type LockAnswer = { held: true; lock: Lock } | { held: false; by: number };

let attempts = 0;

/**
 * Takes the lock at `path` for this process, or tells which process holds it. A lock whose holder no longer runs
 * is taken over. `link` makes name and content appear in one step, so nobody ever reads half a lock.
 */
export function takeLock(path: string): LockAnswer {
  const mine = `${path}.${process.pid}.${(attempts += 1)}`;
  const content = JSON.stringify(identityOf(process.pid));
  writeFileSync(mine, content, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 50; attempt++) {
      if (linked(mine, path)) return { held: true, lock: { release: () => releaseIfMine(path, content) } };
      const holder = read(path);
      const identity = holder === undefined ? undefined : parseIdentity(holder);
      if (identity !== undefined && isRunning(identity)) return { held: false, by: identity.pid };
      if (holder !== undefined) setAside(path, holder);
    }
    throw new Error(`Expected to take or to see the lock ${path}, but it changes all the time`);
  } finally {
    rmSync(mine, { force: true });
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Removes a dead holder's lock; puts it back when a living one took it over in between. */
function setAside(path: string, dead: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    if (read(aside) !== dead) linked(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function releaseIfMine(path: string, content: string): void {
  if (read(path) === content) rmSync(path, { force: true });
}
