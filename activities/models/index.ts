import type { Models } from '../casework/deps.ts';
import { compileBundle } from './bundle.ts';
import { stepsOf } from './steps-of.ts';

export { readProcedureFolder } from './procedure-folder.ts';

/** Parsing, linting and compiling for the office; `handlers` are the names of the registered service-task handlers. */
export const createModels = (handlers: string[]): Models => ({
  compile: (bundle) => compileBundle(bundle, handlers),
  async check(bundle) {
    const compiled = await compileBundle(bundle, handlers);
    if (compiled.ok) return [];
    return compiled.problems?.length ? compiled.problems : [{ at: '', code: `failure.${compiled.failure}` }];
  },
  steps: stepsOf,
});
