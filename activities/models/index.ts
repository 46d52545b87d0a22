import type { Models } from '../casework/deps.ts';
import { compileBundle } from './bundle.ts';
import type { NameSources } from './names/known-names.ts';
import { stepsOf } from './steps-of.ts';

export { readProcedureFolder } from './procedure-folder.ts';

/** Parsing, linting and compiling for the office; `handlers` are the names of the registered service-task handlers, `handlerWrites` tells what they give. */
export const createModels = (handlers: string[], handlerWrites?: NameSources['handlerWrites']): Models => ({
  compile: (bundle) => compileBundle(bundle, handlers, handlerWrites),
  async check(bundle) {
    const compiled = await compileBundle(bundle, handlers, handlerWrites);
    if (compiled.ok) return [];
    return compiled.problems?.length ? compiled.problems : [{ at: '', code: `failure.${compiled.failure}` }];
  },
  steps: stepsOf,
});
