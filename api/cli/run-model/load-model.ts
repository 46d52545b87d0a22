import { dirname, join } from 'node:path';
import type { Result } from '../../../processes/language/failure.ts';
import { fail } from '../../../processes/language/failure.ts';
import { compile } from '../../../workflows/engine/compile.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import { checkModel, merged, withLines } from '../../../activities/models/check-model.ts';
import { convertForeign } from '../../../activities/models/foreign/convert.ts';
import { parseDecisions } from '../../../activities/models/parse.ts';
import type { ParsedModel } from '../../../activities/models/parse.ts';
import { fileAt } from '../read-file.ts';

export type ModelFiles = { file: string; decisions?: string; process?: string };

/** The decisions named, or those that lie beside a model that calls one. */
const decisionsFor = async ({ file, decisions }: ModelFiles, xml: string): Promise<Result<ParsedModel> | undefined> => {
  if (decisions === undefined && !/businessRuleTask/i.test(xml)) return undefined;
  const source = await fileAt(decisions ?? join(dirname(file), 'decisions.dmn'));
  if (!source.ok) return decisions === undefined ? undefined : source;
  const parsed = await parseDecisions(source.value);
  if (!parsed.ok || parsed.value.warnings.length === 0) return parsed;
  return fail('modelRefused', { problems: parsed.value.warnings });
};

/** The compiled model of a file. Fails with `modelRefused`; `problems` names all that is wrong at once. */
export const loadModel = async (files: ModelFiles): Promise<Result<ProcessGraph>> => {
  const source = await fileAt(files.file);
  if (!source.ok) return source;
  const { model, problems } = await checkModel(source.value);
  if (!model) return fail('modelRefused', { problems });
  const { definitions, xml } = model;
  const decisions = await decisionsFor(files, xml);
  if (decisions && !decisions.ok) problems.push(...(decisions.problems ?? []));
  const tables = decisions?.ok ? decisions.value.definitions : undefined;
  problems.push(...convertForeign(definitions, tables).problems);
  const compiled = compile(definitions, tables, files.process);
  const all = merged(problems, compiled.ok ? [] : (compiled.problems ?? []));
  if (compiled.ok && all.length === 0) return compiled;
  return fail('modelRefused', { problems: withLines(xml, all) });
};
