import type { Process } from '../graph.ts';
import { childOf, flagOf, isType, listOf, textOf, type ModdleElement } from './moddle.ts';
import type { Report } from './problems.ts';
import { readScope, type Parts } from './scopes.ts';
import { calledBy, globalTaskReaders } from './tasks.ts';

export const pickProcess = (definitions: ModdleElement, id: string | undefined): ModdleElement | undefined => {
  const processes = listOf(definitions, 'rootElements').filter((element) => isType(element, 'Process'));
  if (id !== undefined) return processes.find((process) => process.id === id);
  return processes.find((process) => flagOf(process, 'isExecutable')) ?? processes[0];
};

/** A process of one element: its task. */
const readGlobalTask = (task: ModdleElement, parts: Parts, report: Report): void => {
  const at = task.id ?? '';
  const settings = globalTaskReaders[task.$type]?.(task, at, report);
  if (settings)
    parts.nodes[at] = { id: at, name: textOf(task, 'name') ?? at, scope: at, incoming: [], outgoing: [], ...settings };
  parts.containers[at] = { starts: [] };
};

const calledIn = (container: ModdleElement): string[] =>
  listOf(container, 'flowElements').flatMap((element) =>
    isType(element, 'CallActivity') ? (calledBy(element) ?? []) : calledIn(element),
  );

/**
 * Reads the main process, every other that is executable, those that some call activity names (few tools mark them as
 * executable, since nothing else begins them), and the global tasks: all that the main one may call or meet.
 */
export const readProcesses = (definitions: ModdleElement, main: ModdleElement, parts: Parts, report: Report): void => {
  const called = new Set(listOf(definitions, 'rootElements').flatMap(calledIn));
  const runs = (process: ModdleElement): boolean =>
    process === main || flagOf(process, 'isExecutable') || called.has(process.id ?? '');
  for (const element of listOf(definitions, 'rootElements')) {
    if (isType(element, 'Process') && runs(element)) readScope(element, parts, report);
    if (globalTaskReaders[element.$type]) readGlobalTask(element, parts, report);
  }
};

const isTriggered = (id: string, { nodes }: Parts): boolean => {
  const node = nodes[id];
  if (node?.kind === 'startEvent') return node.events.length > 0;
  if (node?.kind === 'receiveTask') return node.instantiate === true;
  return node?.kind === 'eventBasedGateway' && node.instantiate !== undefined;
};

/** The processes that were read, each with the elements by which an event begins it. */
export const processesOf = (definitions: ModdleElement, parts: Parts): Record<string, Process> => {
  const read = listOf(definitions, 'rootElements').filter(({ id }) => id !== undefined && parts.containers[id]);
  return Object.fromEntries(
    read.map((element) => {
      const id = element.id ?? '';
      const triggered = Object.values(parts.nodes)
        .filter((node) => node.scope === id && node.incoming.length === 0 && isTriggered(node.id, parts))
        .map((node) => node.id);
      return [id, { id, name: textOf(element, 'name') ?? id, triggered }];
    }),
  );
};

/** The pool in which an end of a message flow lies. */
const poolOf = (end: ModdleElement | undefined, parts: Parts): string | undefined => {
  if (!end) return undefined;
  if (isType(end, 'Participant')) return childOf(end, 'processRef')?.id;
  const scope = parts.nodes[end.id ?? '']?.scope;
  const outer = scope === undefined ? undefined : parts.nodes[scope];
  return outer ? poolOf({ $type: '', id: outer.id }, parts) : scope;
};

/**
 * Pools that begin with the main process: those that message flows tie to it, directly or through one another, which begin
 * without an event and which nothing calls.
 */
export const togetherWith = (definitions: ModdleElement, main: string, parts: Parts): string[] => {
  const flows = listOf(definitions, 'rootElements')
    .flatMap((element) => listOf(element, 'messageFlows'))
    .map((flow) => [poolOf(childOf(flow, 'sourceRef'), parts), poolOf(childOf(flow, 'targetRef'), parts)]);
  const tied = new Set([main]);
  for (const pool of tied)
    for (const ends of flows) if (ends.includes(pool)) for (const end of ends) if (end !== undefined) tied.add(end);
  const called = new Set(
    Object.values(parts.nodes).map((node) =>
      node.kind === 'callActivity' && 'text' in node.called ? node.called.text : '',
    ),
  );
  return [...tied].filter((id) => id !== main && !called.has(id) && (parts.containers[id]?.starts.length ?? 0) > 0);
};
