import { parseExpression } from 'feelin';
import type { Json } from '../../../processes/language/ids.ts';
import { evaluate, type Expression } from '../feel.ts';
import { inputName } from './input-name.ts';

export type LiteralKind = 'number' | 'string' | 'boolean' | 'date' | 'dateTime' | 'other';
export type FoundLiteral = { kind: LiteralKind; text: string; value: Json };
/** `plain`: nothing but the input, literals and the words of unary tests, so that its answer changes at literals only. */
export type Found = {
  literals: FoundLiteral[];
  plain: boolean;
  /** a date or time that does not exist */ impossible?: string;
};

const valueKinds = new Set(['NumericLiteral', 'StringLiteral', 'BooleanLiteral', 'DateTimeLiteral']);
const plainNodes = new Set(
  `Expression ParenthesizedExpression Disjunction Conjunction Comparison CompareOp PositiveUnaryTest PositiveUnaryTests
   SimplePositiveUnaryTest Interval List FunctionInvocation PositionalParameters VariableName Identifier null
   in or and between not ( ) [ ] ..`.split(/\s+/),
);
const plainNames = new Set([inputName, 'flatten', 'not']);
const isFixedMoment = (text: string): boolean =>
  /^(@|(date|time|date and time|duration)\s*\()\s*"[^"]*"\s*\)?$/.test(text);
/** Any instant: what is evaluated here reads no clock. */
export const noTime = '2026-01-01T00:00:00.000Z';

const kindOf = (node: string, value: Json): LiteralKind => {
  if (node === 'NumericLiteral') return 'number';
  if (node === 'StringLiteral') return 'string';
  if (node === 'BooleanLiteral') return 'boolean';
  if (typeof value !== 'string' || !/^\d{4}-/.test(value)) return 'other';
  return value.includes('T') ? 'dateTime' : 'date';
};

const literalAt = (node: string, text: string): FoundLiteral | undefined => {
  const value = evaluate({ feel: text, reads: [] }, () => undefined, noTime);
  return value.ok ? { kind: kindOf(node, value.value), text, value: value.value } : undefined;
};

/** The literals of a compiled unary test or constant. */
export const literalsIn = ({ feel }: Expression): Found => {
  const found: Found = { literals: [], plain: true };
  parseExpression(feel, {}, undefined).iterate({
    enter: (ref) => {
      const text = feel.slice(ref.from, ref.to);
      if (!valueKinds.has(ref.name)) {
        if (!plainNodes.has(ref.name) || (ref.name === 'VariableName' && !plainNames.has(text))) found.plain = false;
        return true;
      }
      // `(…) = true` is how a condition is said to hold; it compares no input
      const condition =
        ref.name === 'BooleanLiteral' && ref.node.parent?.firstChild?.name === 'ParenthesizedExpression';
      const literal = condition ? undefined : literalAt(ref.name, text);
      const fixed = ref.name !== 'DateTimeLiteral' || isFixedMoment(text);
      if (ref.name === 'DateTimeLiteral' && fixed && (literal?.value ?? null) === null) found.impossible ??= text;
      if (literal) found.literals.push(literal);
      if ((!literal && !condition) || !fixed) found.plain = false;
      return false;
    },
  });
  return found;
};
