import { createModels } from '../../../activities/models/index.ts';
import { handlerNames, handlerWrites } from '../../../activities/tasks/index.ts';
import { bundleOf, sentenceOfProblem } from '../catalogue.ts';
import type { Command } from '../command.ts';
import { checkFile } from '../model-file.ts';

/** Needs no engine: a model is judged by what lies in its folder, a file of any tool by itself. */
export const check: Command = async ({ args: [named = ''], console }) => {
  if (/\.(bpmn|xml)$/i.test(named)) return checkFile(named, console);
  const bundle = await bundleOf(named);
  if (!bundle.ok) {
    console.complain(bundle.detail ?? bundle.failure);
    for (const problem of bundle.problems ?? []) console.complain(sentenceOfProblem(problem));
    return 1;
  }
  const problems = await createModels(handlerNames, handlerWrites).check(bundle.value);
  for (const problem of problems) console.complain(sentenceOfProblem(problem));
  console.say(
    problems.length === 0
      ? `${bundle.value.manifest.id} has no problems.`
      : `${bundle.value.manifest.id} has ${problems.length} problems.`,
  );
  return problems.length === 0 ? 0 : 1;
};
