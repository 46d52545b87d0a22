import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What workflow code may import of ours, and the versions of what it may import of others. */
const sourceFolders = ['workflows', 'processes/language'];
const lockFile = 'package-lock.json';

/**
 * Loaded once for all cases instead of once for each, which cost a third of a case's time. Safe because they hold nothing
 * of a case: the expression language is functions only, and the engine is pure; what it remembers follows from its key.
 */
const preloadModules = ['feelin', join(root, 'workflows/engine/step.ts')];

const sourcesHash = async (): Promise<string> => {
  const listed = await Promise.all(
    sourceFolders.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    ),
  );
  const hash = createHash('sha256').update(preloadModules.join());
  for (const path of [...listed.flat().toSorted(), join(root, lockFile)]) {
    if (!existsSync(path)) continue;
    hash.update(path.slice(root.length)).update(await readFile(path));
  }
  return hash.digest('hex').slice(0, 16);
};

/**
 * The file with the bundled workflow code. Bundling takes seconds, so the result is kept in `folder` under the hash of its
 * sources and made anew only when one of them changes. Processes that start at once do not disturb each other.
 */
export const workflowBundle = async (folder: string): Promise<{ codePath: string }> => {
  const codePath = join(folder, `workflows-${await sourcesHash()}.js`);
  if (existsSync(codePath)) return { codePath };
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(root, 'workflows/index.ts'),
    preloadModules,
    logger: new DefaultLogger('ERROR'),
  });
  await mkdir(folder, { recursive: true });
  const own = `${codePath}.${process.pid}`;
  await writeFile(own, code);
  await rename(own, codePath);
  return { codePath };
};
