import { rmSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StartProblem } from './start-problem.ts';
import { makeFolder } from './make-folder.ts';
import { takeLock } from './lock-file.ts';
import type { Lock } from './lock-file.ts';

/** mongod reserves its journal in files of 100 MB and stops the machine's writes when it cannot. */
const neededMegabytes = 500;

/** Bytes a user may still write in the file system of a folder. */
export type FreeBytes = (folder: string) => Promise<number>;
const freeBytesOf: FreeBytes = async (folder) => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

export type DataFolder = { path: string; release(): void };

/** Makes the folder, proves that it can be written and has room, and locks it for this process. */
export async function openDataFolder(given: string, freeBytes: FreeBytes = freeBytesOf): Promise<DataFolder> {
  const path = resolve(given);
  prove(path);
  const free = Math.floor((await freeBytes(path)) / 2 ** 20);
  if (free < neededMegabytes) {
    throw new StartProblem('dataFolderFull', { path, free: String(free), needed: String(neededMegabytes) });
  }
  const held = lock(path);
  return { path, release: () => held.release() };
}

function lock(path: string): Lock {
  const answer = takeLock(join(path, 'obieg.lock'));
  if (answer.held) return answer.lock;
  throw new StartProblem('dataFolderInUse', { path, pid: String(answer.by) });
}

function prove(path: string): void {
  const probe = join(path, `.probe-${process.pid}`);
  try {
    makeFolder(path);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new StartProblem('dataFolderFull', { path, free: '0', needed: String(neededMegabytes) });
    }
    throw new StartProblem('dataFolderUnusable', { path, reason: code });
  }
}
