import type { parseExpression } from 'feelin';

/** A node of a parsed expression, by lezer-feel's grammar. */
export type FeelNode = ReturnType<typeof parseExpression>['topNode'];

/** The parts of a node in their order; comments are none. */
export const childrenOf = (node: FeelNode): FeelNode[] => {
  const children: FeelNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (!child.type.isSkipped) children.push(child);
  return children;
};
