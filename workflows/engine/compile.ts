import { fail, ok, type Result } from '../../processes/language/failure.ts';
import { link } from './compile/links.ts';
import { flagOf, listOf, type ModdleElement } from './compile/moddle.ts';
import { createReport, type Report } from './compile/problems.ts';
import { readScope, type Parts } from './compile/scopes.ts';
import { compileDecisions } from './dmn/compile.ts';
import type { GraphNode, ProcessGraph } from './graph.ts';

export type { ModdleElement } from './compile/moddle.ts';

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
  const parts: Parts = { nodes: {}, flows: {} };
  readScope(process, parts, report);
  link(parts, report);
  const nodes = Object.values(parts.nodes);
  const graph: ProcessGraph = {
    format: 1,
    processId: process.id,
    name: process.name ?? process.id,
    ...parts,
    starts: startsOf(nodes, process.id, report),
    messages: [...new Set(nodes.flatMap(receivedMessage))].sort(),
    decisions: compileDecisions(decisions, calledDecisions(nodes), report),
  };
  return problems.length === 0 ? ok(graph) : fail('modelRefused', { problems });
};

const pickProcess = (definitions: ModdleElement, id: string | undefined): ModdleElement | undefined => {
  const processes = listOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  if (id !== undefined) return processes.find((process) => process.id === id);
  return processes.find((process) => flagOf(process, 'isExecutable')) ?? processes[0];
};

const startsOf = (nodes: GraphNode[], processId: string, report: Report): string[] => {
  const kinds = new Set<string>(['startEvent', 'messageStartEvent', 'timerStartEvent']);
  const starts = nodes.filter(({ kind, scope }) => kinds.has(kind) && scope === processId).map(({ id }) => id);
  if (starts.length === 0) report(processId, 'model.startMissing');
  return starts;
};

const receivedMessage = (node: GraphNode): string[] => {
  const receives =
    node.kind === 'messageCatchEvent' || node.kind === 'receiveTask' || node.kind === 'messageBoundaryEvent';
  return receives ? [node.message] : [];
};

const calledDecisions = (nodes: GraphNode[]): { id: string; at: string }[] =>
  nodes.flatMap((node) => (node.kind === 'businessRuleTask' ? [{ id: node.decision, at: node.id }] : []));
