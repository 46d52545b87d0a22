import { Refusal } from './refusal.ts';

/** `at` counts from 0 in the whole text. */
export type Token = { kind: 'number' | 'text' | 'word' | 'sign' | 'end'; value: string; at: number };

const patterns: [Exclude<Token['kind'], 'end'>, RegExp][] = [
  // Java's suffixes of long, float and double say nothing that FEEL's one kind of number needs
  ['number', /((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[lLfFdD]?(?![\p{L}\p{N}_$])/uy],
  ['text', /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/suy],
  ['word', /([\p{L}_$][\p{L}\p{N}_$]*)/uy],
  ['sign', /(&&|\|\||[=!<>]=|[-<>!?:()[\].,+*/%=}])/uy],
];
const spaces = /\s*/uy;

/** The characters of a quoted text: a backslash stands before a quote or a backslash (JSR 245, 1.19), elsewhere for itself. */
const unquoted = (quoted: string): string => quoted.slice(1, -1).replace(/\\(["'\\])/g, '$1');

const tokenAt = (text: string, at: number): { token: Token; next: number } => {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found?.[1] === undefined) continue;
    const value = kind === 'text' ? unquoted(found[1]) : found[1];
    return { token: { kind, value, at }, next: pattern.lastIndex };
  }
  const character = text.slice(at, at + 1);
  if (character === '"' || character === "'") throw new Refusal('a text that does not end', at);
  throw new Refusal(`unexpected ${character}`, at);
};

/** Tokens from a place on, up to the brace that closes the expression, or to the end of the text where there is none. */
export const tokensOf = (text: string, from: number, closed: boolean): { tokens: Token[]; next: number } => {
  const tokens: Token[] = [];
  let at = from;
  for (;;) {
    spaces.lastIndex = at;
    spaces.exec(text);
    at = spaces.lastIndex;
    if (at >= text.length) {
      if (closed) throw new Refusal('an expression that does not end', from);
      return { tokens: [...tokens, { kind: 'end', value: 'the end', at }], next: at };
    }
    const { token, next } = tokenAt(text, at);
    if (closed && token.value === '}' && token.kind === 'sign')
      return { tokens: [...tokens, { ...token, kind: 'end' }], next };
    tokens.push(token);
    at = next;
  }
};
