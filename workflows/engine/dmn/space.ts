import type { Json } from '../../../processes/language/ids.ts';
import { evaluate, type Expression } from '../feel.ts';
import type { Table } from './decision.ts';
import { fit } from './fit.ts';
import { inputName } from './input-name.ts';
import { literalsIn, noTime, type FoundLiteral } from './literals.ts';
import { samplesFor, type Sample } from './samples.ts';
import type { Type } from './type.ts';

/** `true` and `false` for each sample of the column; `unknown` for a cell that is a general expression. */
export type Cell = boolean[] | 'any' | 'unknown';
/** A table as a space: an axis of samples for each input, and each rule a box in it. */
export type Space = { names: string[]; axes: Sample[][]; boxes: Cell[][] };

/** Beyond these a table is not analysed: a test on a sample takes FEEL some µs, and pairs of rules grow with the square. */
const bound = { rules: 1_000, tests: 500_000 };

const holds = (test: Expression, value: Json): boolean => {
  const result = evaluate(test, (name) => (name === inputName ? value : undefined), noTime);
  return result.ok && result.value === true;
};

const ordered = new Set<string>(['any', 'number', 'string', 'boolean', 'date', 'dateTime']);
/** Digits that a sample next to the literal could not have. */
const isTooFine = (literal: FoundLiteral): boolean => literal.text.replaceAll(/\D/g, '').length > 14;

/** Whether samples decide the cell; of lists, contexts, times and durations there are none. */
const isPlain = (test: Expression, kind: string): boolean => {
  const { literals, plain } = literalsIn(test);
  const known = literals.every((each) => each.kind !== 'other' && !(each.kind === 'number' && isTooFine(each)));
  return ordered.has(kind) && plain && known && test.reads.every((name) => name === inputName);
};

/**
 * The space of a table, or nothing where it is too large to look at. Tests are evaluated by FEEL itself on the samples, so
 * that this can never understand a cell otherwise than the running case does.
 */
export const spaceOf = (table: Table): Space | undefined => {
  if (table.rules.length > bound.rules) return undefined;
  const plans = table.inputs.map((_, index) => planOf(table, index));
  const work = plans.reduce((sum, { axis, plain }) => sum + axis.length * plain.filter(Boolean).length, 0);
  if (work > bound.tests) return undefined;
  const columns = plans.map((plan) => ({ axis: plan.axis, cells: cellsOf(plan) }));
  return {
    names: table.inputs.map(({ feel }) => feel),
    axes: columns.map(({ axis }) => axis),
    boxes: table.rules.map((_, rule) => columns.map(({ cells }) => cells[rule] ?? 'any')),
  };
};

type Plan = { axis: Sample[]; tests: (Expression | null)[]; plain: boolean[] };

const planOf = (table: Table, index: number): Plan => {
  const type = table.inputTypes?.[index] ?? undefined;
  const tests = table.rules.map((rule) => rule.tests[index] ?? null);
  const plain = tests.map((test) => test !== null && isPlain(test, type?.kind ?? 'any'));
  const compared = [...tests.filter((_, rule) => plain[rule]), ...(type?.allowed ?? [])];
  const literals = compared.flatMap((test) => (test ? literalsIn(test).literals : []));
  return { axis: axisOf(literals, type), tests, plain };
};

const cellsOf = ({ axis, tests, plain }: Plan): Cell[] =>
  tests.map((test, rule) => {
    if (!test) return 'any';
    return plain[rule] ? axis.map(({ value }) => holds(test, value)) : 'unknown';
  });

/** Only values that the input may have; where they are enumerated, nothing else is left. */
const axisOf = (literals: FoundLiteral[], type: Type | undefined): Sample[] =>
  samplesFor(literals, type?.kind ?? 'any').filter(({ value }) => fit(value, type, noTime).ok);

/** `input = value; …` for those inputs that take part; `…` is any other text. */
export const exampleOf = ({ names, axes }: Space, point: (number | undefined)[]): string =>
  point
    .flatMap((at, column) =>
      at === undefined ? [] : [`${names[column]} = ${JSON.stringify(axes[column]?.[at]?.value)}`],
    )
    .join('; ');
