import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Result } from '../../../processes/language/failure.ts';
import { fail, ok } from '../../../processes/language/failure.ts';
import { compile } from '../../../workflows/engine/compile.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import { checkModel, withLines } from '../../../activities/models/check-model.ts';
import { convertForeign } from '../../../activities/models/foreign/convert.ts';
import { parseDecisions } from '../../../activities/models/parse.ts';
import type { ParsedModel } from '../../../activities/models/parse.ts';

export type ModelFiles = { file: string; decisions?: string; process?: string };

/** Not `instanceof Error`: in a test's own realm the errors of Node are of another class. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);

const read = async (path: string): Promise<Result<Buffer>> => {
  try {
    return ok(await readFile(path));
  } catch (error) {
    const problem = { at: path, code: 'file.notReadable', values: { reason: codeOf(error) } };
    return fail('modelRefused', { problems: [problem] });
  }
};

/** The decisions named, or those that lie beside a model that calls one. */
const decisionsFor = async ({ file, decisions }: ModelFiles, xml: string): Promise<Result<ParsedModel> | undefined> => {
  if (decisions === undefined && !/businessRuleTask/i.test(xml)) return undefined;
  const source = await read(decisions ?? join(dirname(file), 'decisions.dmn'));
  if (!source.ok) return decisions === undefined ? undefined : source;
  const parsed = await parseDecisions(source.value);
  if (!parsed.ok || parsed.value.warnings.length === 0) return parsed;
  return fail('modelRefused', { problems: parsed.value.warnings });
};

/** The compiled model of a file. Fails with `modelRefused`; `problems` names all that is wrong at once. */
export const loadModel = async (files: ModelFiles): Promise<Result<ProcessGraph>> => {
  const source = await read(files.file);
  if (!source.ok) return source;
  const { model, problems } = await checkModel(source.value);
  if (!model) return fail('modelRefused', { problems });
  const { definitions, xml } = model;
  const decisions = await decisionsFor(files, xml);
  if (decisions && !decisions.ok) problems.push(...(decisions.problems ?? []));
  const tables = decisions?.ok ? decisions.value.definitions : undefined;
  problems.push(...convertForeign(definitions, tables));
  const compiled = compile(definitions, tables, files.process);
  const named = new Set(problems.map(({ at }) => at));
  const all = [...problems, ...(compiled.ok ? [] : (compiled.problems ?? [])).filter(({ at }) => !named.has(at))];
  if (compiled.ok && all.length === 0) return compiled;
  return fail('modelRefused', { problems: withLines(xml, all) });
};
