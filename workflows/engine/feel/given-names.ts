import { parseExpression } from 'feelin';
import { childrenOf, nameOf, type FeelNode } from './tree.ts';

/** The context a node is, or takes as an entry of one; undefined where that shows only when it is evaluated. */
const contextOf = (node: FeelNode | undefined, feel: string): FeelNode | undefined => {
  if (!node || node.name === 'Context') return node;
  const [first, second, third] = childrenOf(node);
  if (node.name === 'Expression') return contextOf(first, feel);
  if (node.name === 'ParenthesizedExpression') return contextOf(second, feel);
  const holder = node.name === 'PathExpression' ? contextOf(first, feel) : undefined;
  if (!holder || !third) return undefined;
  return contextOf(entriesOf(holder, feel).find(({ key }) => key === nameOf(third, feel))?.value, feel);
};

const entriesOf = (context: FeelNode, feel: string): { key: string; value?: FeelNode }[] =>
  childrenOf(context)
    .filter(({ name }) => name === 'ContextEntry')
    .map(childrenOf)
    .flatMap(([key, value]) => (key ? [{ key: nameOf(key, feel), ...(value ? { value } : {}) }] : []));

/** The names a script gives: the entries of the context that it makes; undefined: they may be any. */
export const givenNames = (feel: string): string[] | undefined => {
  const context = contextOf(parseExpression(feel, {}, undefined).topNode, feel);
  return context && entriesOf(context, feel).map(({ key }) => key);
};
