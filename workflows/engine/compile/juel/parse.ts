import { Refusal } from './refusal.ts';
import type { Token } from './tokens.ts';

export type BinarySign = 'or' | 'and' | '=' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%';

/** An expression as the unified expression language reads it (JSR 245, 1.19; precedence by 1.16). */
export type Juel = { at: number } & (
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'name'; name: string }
  | { kind: 'member'; of: Juel; name: string }
  | { kind: 'index'; of: Juel; index: Juel }
  | { kind: 'method'; of: Juel; name: string; given: Juel[] }
  | { kind: 'function'; name: string; given: Juel[] }
  | { kind: 'unary'; sign: '-' | 'not' | 'empty'; of: Juel }
  | { kind: 'binary'; sign: BinarySign; left: Juel; right: Juel }
  | { kind: 'choice'; test: Juel; yes: Juel; no: Juel }
);

type Tokens = { list: Token[]; at: number; depth: number };

/** The parser calls itself; what people write nests a few levels. */
const maximumDepth = 100;

/** Signs and words of each level, the loosest first. */
const levels: Record<string, BinarySign>[] = [
  { '||': 'or', or: 'or' },
  { '&&': 'and', and: 'and' },
  { '==': '=', eq: '=', '!=': '!=', ne: '!=' },
  { '<': '<', lt: '<', '>': '>', gt: '>', '<=': '<=', le: '<=', '>=': '>=', ge: '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', '/': '/', div: '/', '%': '%', mod: '%' },
];
const unarySigns: Record<string, '-' | 'not' | 'empty'> = { '-': '-', '!': 'not', not: 'not', empty: 'empty' };
const constants: Record<string, boolean | null> = { true: true, false: false, null: null };
const reserved = new Set([...levels.flatMap((level) => Object.keys(level)), 'not', 'empty', 'instanceof']);

const peek = ({ list, at }: Tokens): Token => list[at] ?? { kind: 'end', value: 'the end', at: 0 };
const take = (tokens: Tokens): Token => {
  const token = peek(tokens);
  tokens.at += 1;
  return token;
};
const isSign = (tokens: Tokens, value: string): boolean => peek(tokens).kind === 'sign' && peek(tokens).value === value;
const unexpected = ({ kind, value, at }: Token): Refusal => {
  if (kind === 'sign' && value === '=') return new Refusal('an assignment', at);
  return new Refusal(kind === 'end' ? 'an expression that breaks off' : `unexpected ${value}`, at);
};
const expectSign = (tokens: Tokens, value: string): void => {
  const token = take(tokens);
  if (token.kind !== 'sign' || token.value !== value) throw unexpected(token);
};

/** Finds an own entry only: `constructor` is a word like any other. */
const entry = <Value>(record: Record<string, Value>, { kind, value }: Token): Value | undefined =>
  (kind === 'sign' || kind === 'word') && Object.hasOwn(record, value) ? record[value] : undefined;

const parseChoice = (tokens: Tokens): Juel => {
  tokens.depth += 1;
  if (tokens.depth > maximumDepth) throw new Refusal('nested too deep', peek(tokens).at);
  const parsed = parseTernary(tokens);
  tokens.depth -= 1;
  return parsed;
};

const parseTernary = (tokens: Tokens): Juel => {
  const test = parseLevel(tokens, 0);
  if (!isSign(tokens, '?')) return test;
  const { at } = take(tokens);
  const yes = parseChoice(tokens);
  expectSign(tokens, ':');
  return { kind: 'choice', test, yes, no: parseChoice(tokens), at };
};

const parseLevel = (tokens: Tokens, level: number): Juel => {
  const signs = levels[level];
  if (!signs) return parseUnary(tokens);
  let left = parseLevel(tokens, level + 1);
  for (let sign = entry(signs, peek(tokens)); sign !== undefined; sign = entry(signs, peek(tokens))) {
    const { at } = take(tokens);
    left = { kind: 'binary', sign, left, right: parseLevel(tokens, level + 1), at };
  }
  return left;
};

const parseUnary = (tokens: Tokens): Juel => {
  const sign = entry(unarySigns, peek(tokens));
  if (sign === undefined) return parsePostfix(tokens);
  const { at } = take(tokens);
  tokens.depth += 1;
  if (tokens.depth > maximumDepth) throw new Refusal('nested too deep', at);
  const of = parseUnary(tokens);
  tokens.depth -= 1;
  return { kind: 'unary', sign, of, at };
};

const parsePostfix = (tokens: Tokens): Juel => {
  let of = parsePrimary(tokens);
  for (;;) {
    const { at } = peek(tokens);
    if (isSign(tokens, '[')) {
      take(tokens);
      of = { kind: 'index', of, index: parseChoice(tokens), at };
      expectSign(tokens, ']');
    } else if (isSign(tokens, '.')) {
      take(tokens);
      const name = take(tokens);
      if (name.kind !== 'word') throw unexpected(name);
      of = isSign(tokens, '(')
        ? { kind: 'method', of, name: name.value, given: parseGiven(tokens), at: name.at }
        : { kind: 'member', of, name: name.value, at: name.at };
    } else return of;
  }
};

const parseGiven = (tokens: Tokens): Juel[] => {
  expectSign(tokens, '(');
  const given: Juel[] = [];
  while (!isSign(tokens, ')')) {
    if (given.length > 0) expectSign(tokens, ',');
    given.push(parseChoice(tokens));
  }
  take(tokens);
  return given;
};

const parsePrimary = (tokens: Tokens): Juel => {
  const token = take(tokens);
  const { kind, value, at } = token;
  if (kind === 'number') return { kind: 'literal', value: Number(value), at };
  if (kind === 'text') return { kind: 'literal', value, at };
  if (kind === 'sign' && value === '(') {
    const inside = parseChoice(tokens);
    expectSign(tokens, ')');
    return inside;
  }
  if (kind !== 'word' || reserved.has(value)) throw unexpected(token);
  if (Object.hasOwn(constants, value)) return { kind: 'literal', value: constants[value] ?? null, at };
  if (isSign(tokens, '(')) return { kind: 'function', name: value, given: parseGiven(tokens), at };
  return { kind: 'name', name: value, at };
};

/** Parses all of the tokens, or throws a `Refusal`. */
export const parseJuel = (list: Token[]): Juel => {
  const tokens: Tokens = { list, at: 0, depth: 0 };
  const parsed = parseChoice(tokens);
  const rest = peek(tokens);
  if (rest.kind !== 'end') throw unexpected(rest);
  return parsed;
};
