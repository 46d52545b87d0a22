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
 * The steps of a model in reading order: each after all that lead to it, loops back aside, a branch to its end before the
 * next one. The diagram in words for those who cannot see it.
 */
export const stepsOf = (graph: ProcessGraph): ModelStep[] => {
  const seen = new Set<ElementId>();
  const done: ModelStep[] = [];
  type Visit = { node: GraphNode; next: ElementId[]; left: ElementId[] };
  const visit = (id: ElementId): Visit[] => {
    const node = graph.nodes[id];
    if (!node || seen.has(id)) return [];
    seen.add(id);
    const next = following(graph, node);
    return [{ node, next, left: [...next] }];
  };
  for (const root of graph.starts.toReversed()) {
    const path = visit(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const id = top.left.pop();
      if (id !== undefined) {
        path.push(...visit(id));
        continue;
      }
      path.pop();
      done.push({ element: top.node.id, name: top.node.name, kind: top.node.kind, next: top.next });
    }
  }
  return done.toReversed();
};
