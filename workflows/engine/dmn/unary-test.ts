import { parseUnaryTests } from 'feelin';
import type { Report } from '../compile/problems.ts';
import type { Expression } from '../feel.ts';
import type { ReadLiteral } from './functions.ts';
import { inputName } from './input-name.ts';

type Piece = { text: string; from: number; kind?: string; asked: number[] };
type Read = { pieces: Piece[]; negated: boolean; wrong: boolean };

/** The alternatives of a cell, each with the kind of its expression and where it says `?`. */
const read = (cell: string): Read => {
  const found: Read = { pieces: [], negated: false, wrong: false };
  parseUnaryTests(cell, {}, undefined).iterate({
    enter: (node) => {
      const parent = node.node.parent?.name;
      if (node.type.isError) found.wrong = true;
      if (node.name === 'not' && parent === 'UnaryTests') found.negated = true;
      if (node.name === 'PositiveUnaryTest')
        found.pieces.push({ text: cell.slice(node.from, node.to), from: node.from, asked: [] });
      const piece = found.pieces.at(-1);
      if (piece && parent === 'PositiveUnaryTest') piece.kind ??= node.name;
      if (piece && node.name === '?') piece.asked.push(node.from - piece.from);
    },
  });
  return found;
};

const literals = new Set<string | undefined>(['StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'null']);
/** Kinds that give true or false: true passes whatever the input is, as a value that equals it does. */
const conditions = new Set<string | undefined>(['Comparison', 'Conjunction', 'Disjunction', 'QuantifiedExpression']);

/** What each form of unary test means (DMN 1.3), said as an ordinary expression over the input. */
const asExpression = ({ text, kind, asked }: Piece): string => {
  if (asked.length > 0) {
    const named = asked
      .toReversed()
      .reduce((made, at) => `${made.slice(0, at)}${inputName}${made.slice(at + 1)}`, text);
    return `((${named}) = true)`;
  }
  if (kind === 'SimplePositiveUnaryTest') return `(${inputName} in (${text}))`;
  if (literals.has(kind)) return `(${inputName} = ${text})`;
  const among = `(${inputName} in flatten([${text}]))`;
  if (conditions.has(kind)) return `(${among} or (${text}) = true)`;
  return kind === 'FunctionInvocation' ? `(${among} or ((${text}) instance of boolean and (${text}) = true))` : among;
};

/** Compiles a cell of an input column; `null` for `-`, which every value passes. */
export const testFrom = (cell: string, at: string, report: Report, literal: ReadLiteral): Expression | null => {
  if (cell === '-') return null;
  const { pieces, negated, wrong } = read(cell);
  if (wrong || pieces.length === 0) {
    report(at, 'model.cellInvalid', { cell });
    return null;
  }
  const any = pieces.map(asExpression).join(' or ');
  return literal(negated ? `not((${any}) = true)` : any, at);
};
