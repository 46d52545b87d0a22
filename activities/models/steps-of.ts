import type { ElementId } from '../../processes/language/ids.ts';
import type { GraphNode, ProcessGraph } from '../../workflows/engine/graph.ts';
import type { ModelStep } from '../casework/deps.ts';

/** What may follow, nearest first: into a subprocess, along the flows, and last the exceptions drawn on the border. */
const following = (graph: ProcessGraph, node: GraphNode): ElementId[] => [
  ...(graph.containers[node.id]?.starts ?? []),
  ...(graph.containers[node.id]?.eventSubProcesses ?? []),
  ...(node.kind === 'eventSubProcess' ? [node.start] : []),
  ...node.outgoing.flatMap((flow) => graph.flows[flow]?.to ?? []),
  ...(node.attached ?? []),
];

/**
 * Steps in reading order: each after all that lead to it, loops back aside, a branch to its end before the next one. What no
 * root leads to is left out.
 */
export const inReadingOrder = (roots: string[], stepOf: (id: string) => ModelStep | undefined): ModelStep[] => {
  const seen = new Set<string>();
  const done: ModelStep[] = [];
  type Visit = { step: ModelStep; left: string[] };
  const visit = (id: string): Visit[] => {
    const step = stepOf(id);
    if (!step || seen.has(id)) return [];
    seen.add(id);
    return [{ step, left: [...step.next] }];
  };
  for (const root of roots.toReversed()) {
    const path = visit(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const id = top.left.pop();
      if (id !== undefined) {
        path.push(...visit(id));
        continue;
      }
      path.pop();
      done.push(top.step);
    }
  }
  return done.toReversed();
};

/** The steps of a model that runs: the diagram in words for those who cannot see it. */
export const stepsOf = (graph: ProcessGraph): ModelStep[] =>
  inReadingOrder(graph.starts, (id) => {
    const node = graph.nodes[id];
    return node && { element: node.id, name: node.name, kind: node.kind, next: following(graph, node) };
  });
