import type { ElementId } from '../../processes/language/ids.ts';
import type { Decision } from './dmn/decision.ts';
import type { Container, Flow, FlowId, GraphNode, ProcessGraph } from './graph.ts';
import { sameJson } from './same-json.ts';

type Rename = (id: string) => string;

/** Keeps an id where it is free, else puts the name of the called process before it. */
const renaming = (graph: ProcessGraph, called: ProcessGraph): Rename => {
  const taken = new Set([graph.nodes, graph.flows, graph.containers, graph.processes].flatMap(Object.keys));
  const own = new Set([called.nodes, called.flows, called.containers, called.processes].flatMap(Object.keys));
  const names = new Map<string, string>();
  for (const id of own) {
    let free = id;
    while (taken.has(free)) free = `${called.processId}_${free}`;
    names.set(id, free);
    taken.add(free);
  }
  return (id) => names.get(id) ?? id;
};

const renamedEvents = (node: GraphNode, rename: Rename): object => {
  if (!('events' in node)) return {};
  return {
    events: node.events.map((event) =>
      event.kind === 'compensation' && event.activity !== undefined
        ? { ...event, activity: rename(event.activity) }
        : event,
    ),
  };
};

/** What else of an element names another. */
const renamedLinks = (node: GraphNode, rename: Rename, decision: Rename): object => ({
  ...(node.attached ? { attached: node.attached.map(rename) } : {}),
  ...(node.undo === undefined ? {} : { undo: rename(node.undo) }),
  ...('host' in node ? { host: rename(node.host) } : {}),
  ...('start' in node ? { start: rename(node.start) } : {}),
  ...('decision' in node ? { decision: decision(node.decision) } : {}),
  ...(node.kind === 'callActivity' && 'text' in node.called ? { called: { text: rename(node.called.text) } } : {}),
});

/** One element under the names of the linked graph. Public stages are the calling procedure's alone. */
const renamedNode = (node: GraphNode, rename: Rename, decision: Rename, definition: string | undefined): GraphNode => {
  const { stage: _, ...rest } = node;
  const id = rename(node.id);
  return {
    ...rest,
    ...renamedLinks(node, rename, decision),
    ...renamedEvents(node, rename),
    id,
    scope: rename(node.scope),
    incoming: node.incoming.map(rename),
    outgoing: node.outgoing.map(rename),
    ...(id === node.id ? {} : { drawnAs: node.drawnAs ?? node.id }),
    ...(definition === undefined || node.of !== undefined ? {} : { of: definition }),
  };
};

const renamedContainer = (container: Container, rename: Rename): Container => ({
  ...container,
  starts: container.starts.map(rename),
  ...(container.eventSubProcesses ? { eventSubProcesses: container.eventSubProcesses.map(rename) } : {}),
});

const renamedDecision = (decision: Decision, rename: Rename): Decision => ({
  ...decision,
  id: rename(decision.id),
  requires: decision.requires.map(rename),
  ...(decision.knowledge ? { knowledge: decision.knowledge.map(rename) } : {}),
  ...(decision.logic.kind === 'service'
    ? {
        logic: {
          ...decision.logic,
          outputs: decision.logic.outputs.map(rename),
          given: decision.logic.given.map(rename),
        },
      }
    : {}),
});

/** A decision of the same id that says something else gets another id, like an element. */
const decisionRenaming = (graph: ProcessGraph, called: ProcessGraph): Rename => {
  const differs = Object.entries(called.decisions).some(
    ([id, decision]) => graph.decisions[id] && !sameJson(graph.decisions[id], decision),
  );
  return (id) => (differs && called.decisions[id] ? `${called.processId}_${id}` : id);
};

const mapEntries = <Value, Made>(all: Record<string, Value>, make: (id: string, value: Value) => [string, Made]) =>
  Object.fromEntries(Object.entries(all).map(([id, value]) => make(id, value)));

const union = (...lists: (string[] | undefined)[]): string[] =>
  [...new Set(lists.flatMap((list) => list ?? []))].sort();

/** Whether a call goes to a process that its graph does not hold. */
const callsOutside = (graph: ProcessGraph) => (node: GraphNode) =>
  node.kind === 'callActivity' && 'text' in node.called && !graph.processes[node.called.text];

/** Calls by a fixed name to processes that are deployed elsewhere, in the order they are drawn. */
export const outsideCalls = (graph: ProcessGraph): { at: ElementId; called: string; binding: Binding }[] =>
  Object.values(graph.nodes)
    .filter(callsOutside(graph))
    .flatMap((node) =>
      node.kind === 'callActivity' && 'text' in node.called
        ? [{ at: node.id, called: node.called.text, binding: node.binding ?? { kind: 'latest' as const } }]
        : [],
    );

/** Which version a call is bound to: the newest when the case starts, the newest at deployment, or the one of a tag. */
export type Binding = { kind: 'latest' } | { kind: 'deployment' } | { kind: 'versionTag'; tag: string };

/**
 * Takes the graph of a called procedure into its caller's: the calls at the elements given go to it. Ids that
 * both use are told apart by the called one's name. `definition`: the version it comes from, where its forms and documents are.
 */
export const linkGraph = (
  graph: ProcessGraph,
  at: ElementId[],
  called: ProcessGraph,
  definition?: string,
): ProcessGraph => {
  const rename = renaming(graph, called);
  const decision = decisionRenaming(graph, called);
  const signals = union(graph.signals, called.signals);
  const calling = mapEntries(graph.nodes, (id, node): [string, GraphNode] => [
    id,
    node.kind === 'callActivity' && at.includes(id) ? { ...node, called: { text: rename(called.processId) } } : node,
  ]);
  const added = mapEntries(called.nodes, (id, node) => [rename(id), renamedNode(node, rename, decision, definition)]);
  const flows = mapEntries(called.flows, (id, flow): [FlowId, Flow] => [
    rename(id),
    { ...flow, from: rename(flow.from), to: rename(flow.to) },
  ]);
  const correlations = { ...called.correlations, ...graph.correlations };
  return {
    ...graph,
    nodes: { ...calling, ...added },
    flows: { ...graph.flows, ...flows },
    containers: {
      ...graph.containers,
      ...mapEntries(called.containers, (id, each) => [rename(id), renamedContainer(each, rename)]),
    },
    processes: {
      ...graph.processes,
      // called only: no event of the case begins it
      ...mapEntries(called.processes, (id, { name }) => [rename(id), { id: rename(id), name, triggered: [] }]),
    },
    messages: union(graph.messages, called.messages),
    ...(signals.length > 0 ? { signals } : {}),
    ...(Object.keys(correlations).length > 0 ? { correlations } : {}),
    decisions: {
      ...graph.decisions,
      ...mapEntries(called.decisions, (id, each) => [decision(id), renamedDecision(each, decision)]),
    },
  };
};
