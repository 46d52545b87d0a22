import type { ElementId } from '../../processes/language/ids.ts';
import type { Container, EventTrigger, GraphNode, ProcessGraph, TimerSetting } from './graph.ts';

/** A node as version 0.1.0 compiled it: an event's kind named its one event definition. */
type OldNode = Record<string, unknown> & {
  id: ElementId;
  kind: string;
  scope: ElementId;
  message?: string;
  timer?: TimerSetting;
  code?: string;
  start?: ElementId;
};

/** A graph compiled by version 0.1.0. Cases that began with one carry it for the rest of their lives. */
export type GraphV1 = Pick<ProcessGraph, 'processId' | 'name' | 'flows' | 'starts' | 'messages' | 'decisions'> & {
  format: 1;
  nodes: Record<ElementId, OldNode>;
};

const kinds: Record<string, GraphNode['kind']> = {
  messageStartEvent: 'startEvent',
  timerStartEvent: 'startEvent',
  messageThrowEvent: 'intermediateThrowEvent',
  messageCatchEvent: 'intermediateCatchEvent',
  timerCatchEvent: 'intermediateCatchEvent',
  terminateEndEvent: 'endEvent',
  errorEndEvent: 'endEvent',
  messageEndEvent: 'endEvent',
  timerBoundaryEvent: 'boundaryEvent',
  messageBoundaryEvent: 'boundaryEvent',
  errorBoundaryEvent: 'boundaryEvent',
};
const events = new Set(['startEvent', 'intermediateThrowEvent', 'endEvent', ...Object.keys(kinds)]);

const triggersOf = ({ kind, message = '', timer, code }: OldNode): EventTrigger[] => {
  if (kind.startsWith('message')) return [{ kind: 'message', message }];
  if (kind.startsWith('timer') && timer) return [{ kind: 'timer', timer }];
  if (kind.startsWith('error')) return [{ kind: 'error', ...(code === undefined ? {} : { code }) }];
  return kind.startsWith('terminate') ? [{ kind: 'terminate' }] : [];
};

const nodeFrom = (old: OldNode): GraphNode => {
  if (!events.has(old.kind)) return old as unknown as GraphNode;
  const { message: _, timer: __, code: ___, ...rest } = old;
  return { ...rest, kind: kinds[old.kind] ?? old.kind, events: triggersOf(old) } as unknown as GraphNode;
};

/** Any compiled model as today's engine runs it; what runs is the same. */
export const currentGraph = (graph: ProcessGraph | GraphV1): ProcessGraph => {
  if (graph.format === 2) return graph;
  const old = Object.values(graph.nodes);
  const starts = graph.starts.filter((id) => graph.nodes[id]?.kind === 'startEvent').slice(0, 1);
  const inner = old.flatMap(({ id, start }): [ElementId, Container][] =>
    start === undefined ? [] : [[id, { starts: [start] }]],
  );
  return {
    ...graph,
    format: 2,
    nodes: Object.fromEntries(old.map((node) => [node.id, nodeFrom(node)])),
    containers: { [graph.processId]: { starts }, ...Object.fromEntries(inner) },
    processes: { [graph.processId]: { id: graph.processId, name: graph.name, triggered: [] } },
  };
};
