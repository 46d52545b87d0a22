import { readFile } from 'node:fs/promises';
import { fail, ok } from '../../processes/language/failure.ts';
import type { Result } from '../../processes/language/failure.ts';

/** Not `instanceof Error`: in a test's own realm the errors of Node are of another class. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);

/** The bytes of a file that the command line names. */
export const fileAt = async (path: string): Promise<Result<Buffer>> => {
  try {
    return ok(await readFile(path));
  } catch (error) {
    const problem = { at: path, code: 'file.notReadable', values: { reason: codeOf(error) } };
    return fail('modelRefused', { problems: [problem] });
  }
};
