import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('pyhanko-verify.py', import.meta.url));

export const hasPyHanko = spawnSync('python3', ['-c', 'import pyhanko.sign.validation']).status === 0;

export type PyHankoReport = {
  field: string;
  valid: boolean;
  intact: boolean;
  trusted: boolean;
  bottomLine: boolean;
  changes: string;
  coverage: string;
};

/** What pyHanko says of each signature of the file, trusting that anchor, at that moment. */
export const pyHankoReports = (pdf: string, anchor: string, at: string): PyHankoReport[] =>
  JSON.parse(
    execFileSync('python3', [script, pdf, anchor, at.replace('Z', '+00:00')], { encoding: 'utf8' }),
  ) as PyHankoReport[];
