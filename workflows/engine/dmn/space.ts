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

/** Parts along one input and rules beyond which a table is not analysed. */
const bound = { samples: 400, rules: 1_000 };

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
  const columns = table.inputs.map((_, index) => columnOf(table, index));
  if (columns.some(({ axis }) => axis.length > bound.samples)) return undefined;
  return {
    names: table.inputs.map(({ feel }) => feel),
    axes: columns.map(({ axis }) => axis),
    boxes: table.rules.map((_, rule) => columns.map(({ cells }) => cells[rule] ?? 'any')),
  };
};

const columnOf = (table: Table, index: number): { axis: Sample[]; cells: Cell[] } => {
  const type = table.inputTypes?.[index] ?? undefined;
  const tests = table.rules.map(({ tests }) => tests[index] ?? null);
  const plain = tests.map((test) => test !== null && isPlain(test, type?.kind ?? 'any'));
  const compared = [...tests.filter((_, rule) => plain[rule]), ...(type?.allowed ?? [])];
  const axis = axisOf(
    compared.flatMap((test) => (test ? literalsIn(test).literals : [])),
    type,
  );
  const cells = tests.map((test, rule): Cell => {
    if (!test) return 'any';
    return plain[rule] ? axis.map(({ value }) => holds(test, value)) : 'unknown';
  });
  return { axis, cells };
};

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
