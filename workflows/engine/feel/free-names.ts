import { evaluate, parseExpression } from 'feelin';
import { engineFunctionNames } from './functions.ts';
import { childrenOf, nameOf, type FeelNode } from './tree.ts';

type Bound = ReadonlySet<string>;
type Reader = (node: FeelNode, bound: Bound, feel: string) => string[];

const isOfFeel = (name: string): boolean =>
  engineFunctionNames.has(name) || name === '?' || evaluate(name).warnings.length === 0;

/**
 * Names that an expression asks its surroundings for: neither bound inside it (by for, some, every, function, an earlier
 * entry of a context), nor FEEL's or the engine's own. Names inside a filter are left out, because the items filtered may
 * have them; so the answer may be too short, never too long.
 */
export const freeNames = (feel: string): string[] =>
  [...new Set(read(parseExpression(feel, {}, undefined).topNode, new Set(), feel))].sort();

/** Entries that an expression takes of a context which it asks its surroundings for: `parameters.base` takes `base`. */
export const entriesTaken = (feel: string, context: string): string[] => {
  if (!freeNames(feel).includes(context)) return [];
  const taken = new Set<string>();
  parseExpression(feel, {}, undefined).iterate({
    enter: ({ name, node }) => {
      if (name !== 'PathExpression') return;
      const [holder, , entry] = childrenOf(node);
      if (holder?.name === 'VariableName' && nameOf(holder, feel) === context && entry) taken.add(nameOf(entry, feel));
    },
  });
  return [...taken].sort();
};

const readEach = (nodes: FeelNode[], bound: Bound, feel: string): string[] =>
  nodes.flatMap((node) => read(node, bound, feel));

const variable: Reader = (node, bound, feel) => {
  const name = nameOf(node, feel);
  return bound.has(name) || isOfFeel(name) ? [] : [name];
};

/** for, some, every: each variable is bound for the lists after it and for the body. */
const loop: Reader = (node, bound, feel) => {
  const inside = new Set([...bound, 'partial']);
  return childrenOf(node).flatMap((child) => {
    if (child.name !== 'InExpressions') return read(child, inside, feel);
    return childrenOf(child).flatMap((each) => {
      const [bindee, ...rest] = childrenOf(each);
      const free = readEach(rest, inside, feel);
      if (bindee) inside.add(nameOf(bindee, feel));
      return free;
    });
  });
};

const context: Reader = (node, bound, feel) => {
  const inside = new Set(bound);
  return childrenOf(node).flatMap((entry) => {
    const [key, ...rest] = childrenOf(entry);
    const free = readEach(rest, inside, feel);
    if (key?.name === 'Key') inside.add(nameOf(key, feel));
    return free;
  });
};

const functionDefinition: Reader = (node, bound, feel) => {
  const parts = childrenOf(node);
  const parameters = parts.filter(({ name }) => name === 'FormalParameters').flatMap(childrenOf);
  const names = parameters.flatMap((parameter) => childrenOf(parameter).slice(0, 1)).map((each) => nameOf(each, feel));
  const body = parts.filter(({ name }) => name !== 'FormalParameters');
  return readEach(body, new Set([...bound, ...names]), feel);
};

const readers: Record<string, Reader> = {
  VariableName: variable,
  Type: () => [],
  ForExpression: loop,
  QuantifiedExpression: loop,
  Context: context,
  FunctionDefinition: functionDefinition,
  FilterExpression: (node, bound, feel) => readEach(childrenOf(node).slice(0, 1), bound, feel),
};

const read: Reader = (node, bound, feel) =>
  readers[node.name]?.(node, bound, feel) ?? readEach(childrenOf(node), bound, feel);
