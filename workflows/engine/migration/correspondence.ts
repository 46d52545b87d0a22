import type { Problem } from '../../../processes/language/failure.ts';
import type { ElementId } from '../../../processes/language/ids.ts';
import type { FlowId, GraphNode, ProcessGraph } from '../graph.ts';
import { nodeOf } from '../run.ts';
import { triggersOf } from '../waits.ts';

/** What an operator says of elements, flows and processes that bear another id in the other version. */
export type ElementMapping = Record<string, string>;

/** Which element of one version is which of the other; whatever has no counterpart is noted as a problem. */
export type Correspondence = {
  from: ProcessGraph;
  to: ProcessGraph;
  problems: Problem[];
  note: (at: string, code: string, values?: Problem['values']) => void;
  /** id under which it would stand in the other version, whether it does or not */
  idOf: (id: string) => string;
  /** the element of the same kind; noted when there is none */
  node: (id: ElementId) => GraphNode | undefined;
  /** the process or subprocess; noted when there is none */
  container: (id: ElementId) => ElementId | undefined;
  /** the flow by which a token that waits before `join` has come; noted when there is none */
  flow: (id: FlowId, join: ElementId) => FlowId | undefined;
};

const loopKind = ({ loop }: GraphNode): string =>
  loop?.kind === 'multi' ? `multi${loop.sequential ? 'Sequential' : ''}` : (loop?.kind ?? 'none');

const whyUnlike = (old: GraphNode, now: GraphNode): string | undefined => {
  if (old.kind !== now.kind) return 'migration.kindDiffers';
  if (loopKind(old) !== loopKind(now)) return 'migration.loopDiffers';
  // whoever waits for a handler's answer must still be an element that a handler does
  const worked = 'handler' in old && old.handler !== undefined;
  return worked && !('handler' in now && now.handler !== undefined) ? 'migration.kindDiffers' : undefined;
};

const isKnown = (graph: ProcessGraph, id: string): boolean =>
  [graph.nodes, graph.flows, graph.processes].some((all) => Object.hasOwn(all, id));

export const createCorrespondence = (from: ProcessGraph, to: ProcessGraph, mapping: ElementMapping): Correspondence => {
  const problems: Problem[] = [];
  const note: Correspondence['note'] = (at, code, values) => {
    if (problems.some((known) => known.at === at && known.code === code)) return;
    problems.push({ at, code, ...(values ? { values } : {}) });
  };
  for (const [old, now] of Object.entries(mapping)) {
    if (!isKnown(from, old)) note(old, 'migration.mappingUnknown');
    if (!isKnown(to, now)) note(now, 'migration.mappingUnknown');
  }
  const idOf = (id: string): string => {
    if (Object.hasOwn(mapping, id)) return mapping[id] ?? id;
    return id === from.processId ? to.processId : id;
  };
  const node = (id: ElementId): GraphNode | undefined => {
    const now = to.nodes[idOf(id)];
    const unlike = now ? whyUnlike(nodeOf(from, id), now) : 'migration.elementMissing';
    if (unlike !== undefined) note(id, unlike, { to: idOf(id) });
    return unlike === undefined ? now : undefined;
  };
  return {
    from,
    to,
    problems,
    note,
    idOf,
    node,
    container(id) {
      if (!from.processes[id]) return node(id)?.id;
      if (to.processes[idOf(id)]) return idOf(id);
      note(id, 'migration.elementMissing', { to: idOf(id) });
      return undefined;
    },
    flow(id, join) {
      const found = flowInto(from, to, id, { join, idOf });
      if (found === undefined) note(id, 'migration.flowMissing', { to: join });
      return found;
    },
  };
};

/** A flow bears the same id, or the one the operator named, or comes from the same element into the same. */
export const flowInto = (
  from: ProcessGraph,
  to: ProcessGraph,
  id: FlowId,
  { join, idOf }: { join: ElementId; idOf: (id: string) => string },
): FlowId | undefined => {
  if (to.flows[idOf(id)]?.to === join) return idOf(id);
  const source = from.flows[id]?.from;
  if (source === undefined) return undefined;
  const alike = Object.entries(to.flows).filter(([, flow]) => flow.to === join && flow.from === idOf(source));
  return alike.length === 1 ? alike[0]?.[0] : undefined;
};

/** Events that must all happen are counted by their place, so their kinds must stand in the same order. */
export const sameEvents = (a: GraphNode, b: GraphNode): boolean =>
  triggersOf(a).length === triggersOf(b).length &&
  triggersOf(a).every(({ kind }, index) => triggersOf(b)[index]?.kind === kind);
