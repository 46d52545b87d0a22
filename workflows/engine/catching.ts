import type { ElementId, JsonObject } from '../../processes/language/ids.ts';
import { clearScope, disarm, leave } from './cancel.ts';
import type { InstanceId } from './contract.ts';
import { triggerOf, type GraphNode, type NodeOf } from './graph.ts';
import { changeInstance, changeScope, instanceOf, nodeOf, ownerOf, send, type Run } from './run.ts';
import { startOf, startProcess } from './scopes.ts';
import type { ElementInstance } from './state.ts';

/** A boundary event happens: an interrupting one ends its host first. Its own token starts in the host's scope. */
export const triggerBoundary = (run: Run, host: InstanceId, node: NodeOf<'boundaryEvent'>, event: JsonObject): void => {
  const { scope } = instanceOf(run, host);
  if (node.interrupting) leave(run, host, 'cancelled');
  send(run, { to: node.id, scope, event });
};

/** An event subprocess begins: an interrupting one ends everything else in its scope and every other's chance to begin. */
export const triggerEventSubProcess = (run: Run, scope: InstanceId, id: ElementId, event: JsonObject): void => {
  if (startOf(run, id).interrupting !== false) {
    clearScope(run, scope);
    disarm(run, scope);
  }
  send(run, { to: id, scope, event });
};

/** Whether its events happen again and again while it waits. */
export const persists = (node: GraphNode, owner: InstanceId): boolean => {
  if (node.kind === 'boundaryEvent') return !node.interrupting;
  return owner === '' || (node.kind === 'startEvent' && node.interrupting === false);
};

/** Of events that must all happen: notes this one and tells whether it was the last. */
const isLast = (run: Run, owner: InstanceId, node: GraphNode, event: number): boolean => {
  if (!('parallel' in node) || !node.parallel) return true;
  const holder: Pick<ElementInstance, 'seen'> | undefined =
    node.kind === 'startEvent' ? run.state.scopes[owner === '' ? '0' : owner] : run.state.instances[owner];
  const seen = new Set([...(holder?.seen?.[node.id] ?? []), event]);
  const all = seen.size === node.events.length;
  const noted = { seen: { ...holder?.seen, [node.id]: all ? [] : [...seen].sort((a, b) => a - b) } };
  if (node.kind === 'startEvent') changeScope(run, owner === '' ? '0' : owner, noted);
  else changeInstance(run, owner, noted);
  return all;
};

/** A timer, message, signal or condition happened to whoever waited for it. */
export const happen = (
  run: Run,
  { instance: owner, element, event = 0 }: { instance: InstanceId; element: ElementId; event?: number },
  data: JsonObject,
  again = false,
): void => {
  const node = nodeOf(run.graph, element);
  if (!isLast(run, owner, node, event)) return;
  if (owner === '') startProcess(run, processOf(run, node), { at: element, event: data, variables: {} });
  else if (node.kind === 'boundaryEvent') triggerBoundary(run, owner, node, data);
  else if (node.kind === 'startEvent') triggerEventSubProcess(run, owner, node.scope, data);
  else run.resumptions.push({ instance: owner, signal: { kind: 'event', element, data, ...(again ? { again } : {}) } });
};

const processOf = (run: Run, node: GraphNode): ElementId => {
  const inside = run.graph.nodes[node.scope];
  return inside ? processOf(run, inside) : node.scope;
};

/** What catches an error or an escalation: a boundary event on its host, or an event subprocess in its scope. */
export type Catcher =
  | { at: 'boundary'; host: InstanceId; node: NodeOf<'boundaryEvent'> }
  | { at: 'eventSubProcess'; scope: InstanceId; id: ElementId; interrupting: boolean };

/** Of several events that catch the code, one that names it goes before a catch-all. */
const matching = <Node extends GraphNode>(
  nodes: Node[],
  kind: 'error' | 'escalation',
  code: string | undefined,
): Node | undefined =>
  nodes.find((node) => code !== undefined && triggerOf(node, kind)?.code === code) ??
  nodes.find((node) => {
    const trigger = triggerOf(node, kind);
    return trigger !== undefined && trigger.code === undefined;
  });

const boundaryOn = (run: Run, host: InstanceId, kind: 'error' | 'escalation', code?: string): Catcher | undefined => {
  const { element, inner } = instanceOf(run, host);
  if (inner) return undefined;
  const events = (nodeOf(run.graph, element).attached ?? [])
    .map((id) => nodeOf(run.graph, id))
    .filter((node): node is NodeOf<'boundaryEvent'> => node.kind === 'boundaryEvent');
  const node = matching(events, kind, code);
  return node && { at: 'boundary', host, node };
};

const eventSubProcessIn = (
  run: Run,
  scope: InstanceId,
  kind: 'error' | 'escalation',
  code?: string,
): Catcher | undefined => {
  const record = run.state.scopes[scope];
  if (!record || record.iteration !== undefined) return undefined;
  const starts = (run.graph.containers[record.element]?.eventSubProcesses ?? []).map((id) => startOf(run, id));
  const start = matching(starts, kind, code);
  return start && { at: 'eventSubProcess', scope, id: start.scope, interrupting: start.interrupting !== false };
};

/** The nearest that catches it, looking from the instance outwards, also through call activities. */
export const catcherOf = (
  run: Run,
  from: InstanceId,
  kind: 'error' | 'escalation',
  code?: string,
): Catcher | undefined => {
  for (let id: InstanceId | undefined = from; id !== undefined && run.state.instances[id];) {
    const { scope, element } = instanceOf(run, id);
    // what an event subprocess throws is none of its siblings' business, let alone its own
    const beside = nodeOf(run.graph, element).kind === 'eventSubProcess';
    const found = boundaryOn(run, id, kind, code) ?? (beside ? undefined : eventSubProcessIn(run, scope, kind, code));
    if (found) return found;
    id = ownerOf(run.state, scope);
  }
  return undefined;
};

/** Hands what was thrown to what catches it. */
export const handTo = (run: Run, catcher: Catcher, data: JsonObject): void => {
  if (catcher.at === 'boundary') triggerBoundary(run, catcher.host, catcher.node, data);
  else triggerEventSubProcess(run, catcher.scope, catcher.id, data);
};
