import { readExpression } from '../feel/expression.ts';
import { parseJuel } from './juel/parse.ts';
import { Refusal } from './juel/refusal.ts';
import { tokensOf } from './juel/tokens.ts';
import { quoted, write } from './juel/write.ts';

type Piece = { text: string } | { feel: string };

const opening = /\\[$#]\{|[$#]\{/g;

/** The texts and the `${…}` or `#{…}` of a template in their order; `\${` stands for itself. */
const piecesOf = (template: string): Piece[] => {
  const pieces: Piece[] = [];
  let text = '';
  let at = 0;
  opening.lastIndex = 0;
  for (let found = opening.exec(template); found; found = opening.exec(template)) {
    text += template.slice(at, found.index);
    at = opening.lastIndex;
    if (found[0].startsWith('\\')) {
      text += found[0].slice(1);
      continue;
    }
    const { tokens, next } = tokensOf(template, at, true);
    pieces.push({ text }, { feel: write(parseJuel(tokens)) });
    text = '';
    at = next;
    opening.lastIndex = next;
  }
  return [...pieces, { text: text + template.slice(at) }].filter((piece) => !('text' in piece) || piece.text !== '');
};

/** A value inside a text: null is nothing there (JSR 245, 1.18.2). */
const joined = (piece: Piece): string =>
  'text' in piece ? quoted(piece.text) : `(if ${piece.feel} = null then "" else string(${piece.feel}))`;

/** One pair of parentheses around the whole says nothing. */
const bare = (feel: string): string => {
  if (!feel.startsWith('(') || !feel.endsWith(')')) return feel;
  let depth = 0;
  let quote = false;
  for (let at = 0; at < feel.length - 1; at += 1) {
    const character = feel.charAt(at);
    if (character === '\\' && quote) at += 1;
    else if (character === '"') quote = !quote;
    else if (!quote) depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    if (depth === 0) return feel;
  }
  return feel.slice(1, -1);
};

const converted = (text: string): string => {
  if (!/[$#]\{/.test(text)) return write(parseJuel(tokensOf(text, 0, false).tokens));
  const pieces = piecesOf(text);
  const [only] = pieces;
  return pieces.length === 1 && only && 'feel' in only ? only.feel : pieces.map(joined).join(' + ');
};

/**
 * FEEL that means the same as an expression of Java's unified expression language (`${…}`, `#{…}`, a text with such in it, or
 * a bare condition). `problem` says what has no exact FEEL, and at which character. Values are not bent to fit: where Java's
 * language takes null for 0 or "5" for 5, FEEL fails aloud in arithmetic and calls them unequal in a comparison.
 */
export const juelToFeel = (text: string): { feel: string } | { problem: string } => {
  try {
    const feel = bare(converted(text));
    const read = readExpression(feel);
    return 'problem' in read ? { problem: `not FEEL once converted: ${read.problem}` } : { feel };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    throw error;
  }
};
