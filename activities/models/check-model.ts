import type { Problem } from '../../processes/language/failure.ts';
import { checkConstraints } from './constraints/index.ts';
import { linesOf, parseModel } from './parse.ts';
import type { ParsedModel } from './parse.ts';
import { checkSchema } from './schema/validate.ts';

/** Enough for any person to work through at once; a broken megabyte has tens of thousands. */
const maximumProblems = 500;

/** A model as far as it could be read, and everything that the file, the schema and the constraints have against it. */
export type CheckedModel = { model?: ParsedModel; problems: Problem[] };

/** The first problems, and how many more there are. */
export const bounded = (problems: Problem[]): Problem[] => {
  const more = problems.length - maximumProblems;
  if (more <= 0) return problems;
  return [...problems.slice(0, maximumProblems), { at: '', code: 'model.tooMany', values: { count: more } }];
};

/** Problems of all; the compiler's only where nobody else named the element, for it sees the same fault in other words. */
export const merged = (checked: Problem[], compiled: Problem[]): Problem[] => {
  const named = new Set(checked.map(({ at }) => at));
  return [...checked, ...compiled.filter(({ at }) => !named.has(at))];
};

/** Adds the line of each problem's element, counted from 1. */
export const withLines = (xml: string, problems: Problem[]): Problem[] => {
  const lineOf = linesOf(xml);
  return problems.map((problem) => {
    const line = lineOf(problem.at);
    return line === undefined ? problem : { ...problem, values: { line, ...problem.values } };
  });
};

/** What the reader, the schema and the constraints have against a model that could be read. */
export const faultsOf = ({ definitions, xml, warnings }: ParsedModel): Problem[] => [
  ...warnings,
  ...checkSchema(xml),
  ...checkConstraints(definitions),
];

/**
 * Reads a model file and checks all that BPMN 2.0 itself demands of it: encoding, XML, schema, references, constraints. Never
 * throws; without `model` the file could not be read at all.
 */
export const checkModel = async (source: Uint8Array | string): Promise<CheckedModel> => {
  const parsed = await parseModel(source);
  if (!parsed.ok) return { problems: parsed.problems ?? [{ at: '', code: `failure.${parsed.failure}` }] };
  return { model: parsed.value, problems: bounded(withLines(parsed.value.xml, faultsOf(parsed.value))) };
};
