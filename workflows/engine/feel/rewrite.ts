import { parseExpression } from 'feelin';
import { numericNames } from './numeric-functions.ts';
import { isOperator } from './operators.ts';
import { childrenOf, type FeelNode } from './tree.ts';

const words: Record<string, string> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '**': 'power',
};
/** No variable can be called so: the dot is no letter, and `readExpression` takes letters, digits and `_` only. */
const parameterOf = (name: string): string => `_·${(words[name] ?? name).replaceAll(' ', '_')}`;

/** `parameters` are the names under which the rewritten text asks for the engine's functions `uses`, in the same order. */
export type Rewritten = { feel: string; parameters: string[]; uses: string[] };

/**
 * Puts the engine's own functions where an expression computes: feelin adds binary fractions, and asks both sides of `and`.
 * The expression itself is stored and shown as it was written.
 */
export const rewrite = (feel: string): Rewritten => {
  const uses = new Set<string>();
  const use = (name: string): string => {
    uses.add(name);
    return parameterOf(name);
  };

  const writeBinary = (kind: string, left: FeelNode, sign: string, right: FeelNode): string | undefined => {
    if (kind === 'ArithmeticExpression' && isOperator(sign)) return `${use(sign)}(${write(left)}, ${write(right)})`;
    if (kind !== 'Conjunction' && kind !== 'Disjunction') return undefined;
    // `and true` changes nothing but what feelin takes it for: a test, which a filter asks of each item
    return `(${use(sign)}(${write(left)}, function() (${write(right)}\n)) and true)`;
  };

  const splice = (node: FeelNode, from = node.from): string => {
    let written = '';
    let at = from;
    for (const child of childrenOf(node).filter((each) => each.from >= from)) {
      written += feel.slice(at, child.from) + write(child);
      at = child.to;
    }
    return written + feel.slice(at, node.to);
  };

  const write = (node: FeelNode): string => {
    const text = feel.slice(node.from, node.to);
    const [left, sign, right] = childrenOf(node);
    const binary = left && sign && right && writeBinary(node.name, left, feel.slice(sign.from, sign.to), right);
    if (binary !== undefined) return binary;
    if (node.name === 'IfExpression') return writeIf(node);
    // feelin reads 1e3 as 1
    if (node.name === 'NumericLiteral') return text.replace(/^(\d+)e/i, '$1.0e');
    if (isCalled(node)) {
      const name = text.replace(/\s+/g, ' ');
      if (numericNames.has(name)) return use(name);
    }
    return splice(node);
  };

  /** feelin takes every value but false and null for true; FEEL takes true only (DMN 1.3, table 49). */
  const writeIf = (node: FeelNode): string => {
    const [, condition] = childrenOf(node);
    if (!condition) return splice(node);
    const rest = splice(node, condition.to);
    return `if (${write(condition)}\n) = true${rest}`;
  };

  const written = write(parseExpression(feel, {}, undefined).topNode);
  return { feel: written, parameters: [...uses].map(parameterOf), uses: [...uses] };
};

const isCalled = (node: FeelNode): boolean =>
  node.name === 'VariableName' && node.parent?.name === 'FunctionInvocation' && node.parent.from === node.from;
