import { emptiness, methods, textMethods } from './methods.ts';
import type { Juel } from './parse.ts';
import { Refusal } from './refusal.ts';

type Of<Kind extends Juel['kind']> = Extract<Juel, { kind: Kind }>;
type Writers = { [Kind in Juel['kind']]: (node: Of<Kind>) => string };

/** Words of FEEL's grammar, which no variable and no entry can be called. */
const feelWords = new Set(
  'if then else for in return some every satisfies between and or not instance of function external true false null'.split(
    ' ',
  ),
);
/** Objects of the engine the file was made for, of which a case here has none. */
const engineObjects = new Set([
  'execution',
  'task',
  'caseExecution',
  'authenticatedUserId',
  'connector',
  'historyService',
]);

const nameOf = (name: string, at: number): string => {
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !feelWords.has(name)) return name;
  throw new Refusal(`${name} cannot be a name in FEEL`, at);
};

export const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`;

const isText = (node: Juel): boolean =>
  (node.kind === 'literal' && typeof node.value === 'string') ||
  (node.kind === 'method' && textMethods.has(node.name)) ||
  (node.kind === 'choice' && (isText(node.yes) || isText(node.no)));

const literal = ({ value, at }: Of<'literal'>): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'number') return String(value);
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
    throw new Refusal('a number beyond 2^53', at);
  // FEEL has no other way to write very small ones; 0.000001 is the last that JavaScript writes without an exponent
  const plain = String(value);
  if (plain.includes('e')) throw new Refusal('a number that FEEL cannot write', at);
  return plain;
};

const name = ({ name: word, at }: Of<'name'>): string => {
  if (engineObjects.has(word)) throw new Refusal(`${word} is an object of another engine`, at);
  // the other engine counts iterations from 0, FEEL and this one from 1
  return word === 'loopCounter' ? '(loopCounter - 1)' : nameOf(word, at);
};

/** The first of a list is 0 in Java and 1 in FEEL; a text in brackets is a key. */
const index = ({ of, index: inside, at }: Of<'index'>): string => {
  if (inside.kind === 'literal' && typeof inside.value === 'string')
    return `get value(${write(of)}, ${quoted(inside.value)})`;
  if (inside.kind === 'literal' && typeof inside.value === 'number' && Number.isInteger(inside.value))
    return `${write(of)}[${inside.value + 1}]`;
  const counted = inside.kind === 'binary' && ['+', '-', '*'].includes(inside.sign);
  if (counted) return `${write(of)}[${write(inside)} + 1]`;
  throw new Refusal('brackets of which only the value shows whether it is a position or a key', at);
};

const method = ({ of, name: called, given, at }: Of<'method'>): string => {
  const [first] = given;
  if (of.kind === 'name' && of.name === 'execution') {
    if (called === 'getVariable' && given.length === 1 && first?.kind === 'literal' && typeof first.value === 'string')
      return nameOf(first.value, first.at);
    throw new Refusal(`execution.${called} asks another engine`, at);
  }
  const receiver = write(of);
  const known = Object.hasOwn(methods, called) ? methods[called] : undefined;
  if (!known || known.given !== given.length) throw new Refusal(`the method ${called} has no FEEL`, at);
  return known.feel(receiver, ...given.map(write));
};

const unary = ({ sign, of }: Of<'unary'>): string => {
  const feel = write(of);
  // what is null counts as false in Java's expression language: `not(null)` is null in FEEL
  if (sign === 'not') return `(${feel} != true)`;
  if (sign === '-') return `(-${feel})`;
  return `(${feel} = null or ${emptiness(feel)})`;
};

/** Where FEEL says null, because something compared is null, Java's expression language says false. */
const mayBeUndecided = (node: Juel): boolean =>
  node.kind === 'binary' && ['and', 'or', '<', '>', '<=', '>='].includes(node.sign);

const binary = ({ sign, left, right, at }: Of<'binary'>): string => {
  // in a `+` of Java's expression language texts become numbers, in FEEL's they are joined
  if (sign === '+' && (isText(left) || isText(right)))
    throw new Refusal('+ adds numbers here, and FEEL joins texts', at);
  const compared = sign === '=' || sign === '!=';
  const [a, b] = [left, right].map((side) =>
    compared && mayBeUndecided(side) ? `(${write(side)} = true)` : write(side),
  );
  // Java's remainder has the sign of the dividend, FEEL's modulo that of the divisor
  return sign === '%' ? `(${a} - ${b} * round down(${a} / ${b}, 0))` : `(${a} ${sign} ${b})`;
};

const writers: Writers = {
  literal,
  name,
  member: ({ of, name: entry, at }) => `${write(of)}.${nameOf(entry, at)}`,
  index,
  method,
  function: ({ name: called, given, at }) => {
    if (called === 'now' && given.length === 0) return 'now()';
    throw new Refusal(`the function ${called} is not known`, at);
  },
  unary,
  binary,
  choice: ({ test, yes, no }) => `(if ${write(test)} then ${write(yes)} else ${write(no)})`,
};

/** FEEL for a parsed expression, or throws a `Refusal` where none means the same. */
export const write = (node: Juel): string => (writers[node.kind] as (of: Juel) => string)(node);
