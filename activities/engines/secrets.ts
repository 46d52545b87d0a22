import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Random } from '../clock.ts';

const kept = z.object({
  codecKey: z.string(),
  verification: z.string(),
  cookies: z.string(),
  codePepper: z.string(),
  openIdClient: z.string(),
});
export type Secrets = z.infer<typeof kept>;

/**
 * The installation's secrets: those of the environment, the others made once and kept in `<data>/secrets.json` (0600).
 * Losing the file makes tracking codes and everything in Temporal unreadable: it belongs into the backup.
 */
export function openSecrets(folder: string, given: Config['secrets'], random: Random): Secrets {
  return { ...keptSecrets(join(folder, 'secrets.json'), random), ...given };
}

function keptSecrets(path: string, random: Random): Secrets {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, `${JSON.stringify(newSecrets(random), null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(mine, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  return kept.parse(JSON.parse(readFileSync(path, 'utf8')));
}

const newSecrets = (random: Random): Secrets => ({
  codecKey: random(32).toString('base64'),
  verification: random(32).toString('base64url'),
  cookies: random(32).toString('base64url'),
  codePepper: random(32).toString('base64url'),
  openIdClient: random(32).toString('base64url'),
});
