import type { parseExpression } from 'feelin';

/** A node of a parsed expression, by lezer-feel's grammar. */
export type FeelNode = ReturnType<typeof parseExpression>['topNode'];

/** The parts of a node in their order; comments are none. */
export const childrenOf = (node: FeelNode): FeelNode[] => {
  const children: FeelNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (!child.type.isSkipped) children.push(child);
  return children;
};

/** A name as its owner is found by: without quotes or backticks, with single spaces. */
export const nameOf = (node: FeelNode, feel: string): string =>
  feel.slice(node.from, node.to).replaceAll(/[`"]/g, '').replace(/\s+/g, ' ');
