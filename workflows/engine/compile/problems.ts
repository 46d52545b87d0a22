import type { Problem } from '../../../processes/language/failure.ts';

/** Collects all that is wrong, so that an author sees everything at once. */
export type Report = (at: string, code: `model.${string}`, values?: Problem['values']) => void;

export const createReport = (): { report: Report; problems: Problem[] } => {
  const problems: Problem[] = [];
  return { problems, report: (at, code, values) => void problems.push({ at, code, ...(values ? { values } : {}) }) };
};
