import { FeelFunction, evaluate as evaluateFeel } from 'feelin';
import type { Instant, Json } from '../../processes/language/ids.ts';
import { fail, ok, type Result } from '../../processes/language/failure.ts';
import { engineFunction } from './feel/functions.ts';
import { toFeel, toJson } from './feel/values.ts';
import type { Expression } from './feel/expression.ts';
import { numericFunction, numericNames } from './feel/numeric-functions.ts';
import { isOperator, logicFunction, operatorFunction, type Note } from './feel/operators.ts';
import { rewrite } from './feel/rewrite.ts';

export { readExpression, type Expression } from './feel/expression.ts';

/** Where the names of an expression are looked up; `undefined`: there is no such variable. */
export type Lookup = (name: string) => Json | undefined;

type Warning = { details: { template: string } };
type Compiled = {
  call: (...values: unknown[]) => unknown;
  /** what feelin warned about and the engine's functions noted, the first fault first */ warnings: Warning[];
  note: Note;
  functions: FeelFunction[];
};

/**
 * Parsing and rewriting cost a millisecond, calling 1 to 5 µs, and feelin has no face for calling what is parsed; a FEEL function whose parameters
 * are the names it reads is that. The cache only remembers what the text alone decides, so it is no state of a case.
 */
const compiled = new Map<string, Compiled>();
const bound = 2_000;

const functionOf = (name: string, note: Note): FeelFunction => {
  if (isOperator(name)) return operatorFunction(name, note);
  return numericNames.has(name) ? numericFunction(name, note) : logicFunction(name === 'or');
};

const compileExpression = ({ feel, reads }: Expression): Compiled => {
  const known = compiled.get(feel);
  if (known) return known;
  const { feel: written, parameters, uses } = rewrite(feel);
  const { value, warnings }: { value: unknown; warnings: Warning[] } = evaluateFeel(
    `function(${[...reads, ...parameters].join(', ')}) (${written}\n)`,
  );
  if (!(value instanceof FeelFunction))
    throw new Error(`Expected a compiled expression but got ${JSON.stringify(feel)}`);
  const note: Note = (fault) => void warnings.push({ details: { template: fault } });
  const [oldest] = compiled.keys();
  if (compiled.size >= bound && oldest !== undefined) compiled.delete(oldest);
  const made = { call: value.fn, warnings, note, functions: uses.map((name) => functionOf(name, note)) };
  compiled.set(feel, made);
  return made;
};

/**
 * The value of an expression as JSON. Whatever FEEL only warns about (an unknown name, arithmetic with null) is the
 * failure `expressionFailed`; its detail names the expression and the fault, never a value.
 */
export const evaluate = (expression: Expression, lookup: Lookup, now: Instant): Result<Json> => {
  const failed = (why: string) => fail('expressionFailed', { detail: `${why} in =${expression.feel}` });
  try {
    const { call, warnings, note, functions } = compileExpression(expression);
    warnings.length = 0;
    const valueOf = (name: string): unknown => {
      const variable = lookup(name);
      return variable === undefined ? engineFunction(name, now, note) : toFeel(variable);
    };
    const value = toJson(call(...expression.reads.map(valueOf), ...functions));
    const [fault] = warnings;
    if (fault) return failed(fault.details.template);
    return value === undefined ? failed('The result is no data') : ok(value);
  } catch (error) {
    // feelin throws for the little it does not implement; a model must not stop a case by that
    return failed(error instanceof Error ? error.message : 'Evaluation failed');
  }
};
