import { evaluate, parseExpression } from 'feelin';

/** A FEEL expression, checked when the model was compiled; `reads` are the names it looks up, so that nothing else is converted. */
export type Expression = { feel: string; reads: string[] };

const clockFunctions = new Set(['today', 'now']);
const isBuiltIn = (name: string): boolean => evaluate(name).warnings.length === 0;

/**
 * Checks an expression (a leading `=` is dropped) and finds the names it reads; says what is wrong with it otherwise.
 * A name that is called is FEEL's own function even where a variable bears it (`number`); `today` and `now` are the engine's.
 * Names of variables are single words: one with spaces would mean something else in every context it is parsed in.
 */
export const readExpression = (text: string): Expression | { problem: string } => {
  const feel = text.trim().replace(/^=\s*/, '');
  if (feel === '') return { problem: 'empty' };
  const reads = new Set<string>();
  let wrongAt: number | undefined;
  parseExpression(feel, {}, undefined).iterate({
    enter: (node) => {
      if (node.type.isError) wrongAt ??= node.from;
      if (node.name !== 'VariableName') return;
      const name = feel.slice(node.from, node.to).replaceAll('`', '');
      const { parent } = node.node;
      const called = parent?.name === 'FunctionInvocation' && parent.from === node.from;
      if (clockFunctions.has(name) || !called || !isBuiltIn(name)) reads.add(name);
    },
  });
  if (wrongAt !== undefined) return { problem: `unexpected input at character ${wrongAt + 1}` };
  const odd = [...reads].find((name) => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name));
  return odd === undefined ? { feel, reads: [...reads].sort() } : { problem: `unusable name ${odd}` };
};
