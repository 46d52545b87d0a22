import { fail, ok, type Result } from '../../processes/language/failure.ts';
import { link } from './compile/links.ts';
import { correlationsOf } from './compile/messages.ts';
import { extensionOf, textOf, type ModdleElement } from './compile/moddle.ts';
import { createReport, type Report } from './compile/problems.ts';
import { pickProcess, processesOf, readProcesses, togetherWith } from './compile/processes.ts';
import type { Parts } from './compile/scopes.ts';
import { compileDecisions } from './dmn/compile.ts';
import type { EventTrigger, GraphNode, ProcessGraph } from './graph.ts';

export type { ModdleElement } from './compile/moddle.ts';
export { allowedEvents } from './compile/events.ts';
export { executable } from './compile/scopes.ts';
export { executableGlobalTasks } from './compile/tasks.ts';

/**
 * Compiles a parsed model (bpmn-moddle with the zeebe and obieg packages; dmn-moddle for its decisions). Takes the process
 * of that id, or the executable one, or the only one. Fails with `modelRefused`; `problems` names all that is wrong, each
 * with its element's id.
 */
export const compile = (
  definitions: ModdleElement,
  decisions?: ModdleElement,
  processId?: string,
): Result<ProcessGraph> => {
  const { report, problems } = createReport();
  const process = pickProcess(definitions, processId);
  if (process?.id === undefined) {
    report(processId ?? definitions.id ?? '', 'model.processMissing');
    return fail('modelRefused', { problems });
  }
  const parts: Parts = { nodes: {}, flows: {}, containers: {} };
  readProcesses(definitions, process, parts, report);
  link(parts, report);
  const nodes = Object.values(parts.nodes);
  const together = togetherWith(definitions, process.id, parts);
  const signals = unique(nodes.flatMap(({ id, kind }) => (catches(kind) ? eventNames(parts, id, 'signal') : [])));
  const correlations = correlationsOf(definitions, report);
  const tag = textOf(extensionOf(process, 'zeebe:VersionTag'), 'value');
  const graph: ProcessGraph = {
    format: 2,
    processId: process.id,
    name: process.name ?? process.id,
    ...(tag === undefined ? {} : { versionTag: tag }),
    ...parts,
    processes: processesOf(definitions, parts),
    ...(together.length > 0 ? { together } : {}),
    starts: startsOf(parts, process.id, report),
    messages: unique(nodes.flatMap((node) => received(parts, node))),
    ...(signals.length > 0 ? { signals } : {}),
    ...(Object.keys(correlations).length > 0 ? { correlations } : {}),
    decisions: compileDecisions(decisions, calledDecisions(nodes), report),
  };
  return problems.length === 0 ? ok(graph) : fail('modelRefused', { problems });
};

const unique = (names: string[]): string[] => [...new Set(names)].sort();

/** Where the process can begin: without an event first. */
const startsOf = (parts: Parts, processId: string, report: Report): string[] => {
  const none = parts.containers[processId]?.starts ?? [];
  const triggered = Object.values(parts.nodes)
    .filter((node) => node.scope === processId && beginsByEvent(node))
    .map(({ id }) => id);
  if (none.length === 0 && triggered.length === 0) report(processId, 'model.startMissing');
  return [...none, ...triggered];
};

const beginsByEvent = (node: GraphNode): boolean =>
  (node.kind === 'startEvent' && node.events.length > 0) ||
  (node.kind === 'receiveTask' && node.instantiate === true) ||
  (node.kind === 'eventBasedGateway' && node.instantiate !== undefined);

const catches = (kind: GraphNode['kind']): boolean =>
  kind === 'startEvent' || kind === 'intermediateCatchEvent' || kind === 'boundaryEvent';

const eventNames = ({ nodes }: Parts, id: string, kind: 'signal' | 'message'): string[] => {
  const node = nodes[id];
  const named = (event: EventTrigger): string[] => {
    if (event.kind !== kind) return [];
    return event.kind === 'message' ? [event.message] : event.kind === 'signal' ? [event.signal] : [];
  };
  return node && 'events' in node ? node.events.flatMap(named) : [];
};

const received = (parts: Parts, node: GraphNode): string[] => {
  if (node.kind === 'receiveTask') return [node.message];
  return catches(node.kind) ? eventNames(parts, node.id, 'message') : [];
};

const calledDecisions = (nodes: GraphNode[]): { id: string; at: string }[] =>
  nodes.flatMap((node) =>
    node.kind === 'businessRuleTask' && node.decision !== undefined ? [{ id: node.decision, at: node.id }] : [],
  );
