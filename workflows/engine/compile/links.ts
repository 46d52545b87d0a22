import { triggerOf, type GraphNode } from '../graph.ts';
import type { Report } from './problems.ts';
import type { Parts } from './scopes.ts';

/** Ties flows and boundary events to their nodes, finds where containers begin, and reports what cannot be run as it is tied. */
export const link = (parts: Parts, report: Report): void => {
  const { nodes, flows } = parts;
  for (const [id, { from, to }] of Object.entries(flows)) {
    nodes[from]?.outgoing.push(id);
    nodes[to]?.incoming.push(id);
  }
  for (const node of Object.values(nodes)) {
    if (node.kind === 'boundaryEvent') attach(node, nodes, report);
    if (node.kind === 'eventBasedGateway') checkEventGateway(node, parts, report);
    if (node.kind === 'complexGateway' && node.incoming.length > 1 && !node.activation)
      report(node.id, 'model.activationConditionMissing');
    checkLink(node, nodes, report);
  }
  for (const id of Object.keys(parts.containers)) findStarts(id, parts);
};

const attach = (event: Extract<GraphNode, { kind: 'boundaryEvent' }>, nodes: Parts['nodes'], report: Report): void => {
  const host = nodes[event.host];
  if (!host) report(event.id, 'model.boundaryLoose');
  else if (!triggerOf(event, 'compensation')) host.attached = [...(host.attached ?? []), event.id];
};

const checkEventGateway = (gateway: GraphNode, { nodes, flows }: Parts, report: Report): void => {
  const waits = new Set<string | undefined>(['intermediateCatchEvent', 'receiveTask']);
  const targets = gateway.outgoing.map((flow) => nodes[flows[flow]?.to ?? '']);
  if (targets.length === 0 || !targets.every((target) => waits.has(target?.kind)))
    report(gateway.id, 'model.eventGatewayTargets');
};

const checkLink = (node: GraphNode, nodes: Parts['nodes'], report: Report): void => {
  const name = node.kind === 'intermediateThrowEvent' ? triggerOf(node, 'link')?.link : undefined;
  if (name === undefined) return;
  const targets = Object.values(nodes).filter(
    (other) =>
      other.kind === 'intermediateCatchEvent' && other.scope === node.scope && triggerOf(other, 'link')?.link === name,
  );
  if (targets.length !== 1) report(node.id, 'model.linkTarget', { link: name });
};

/** Entered by an event, or by what it undoes, and never by being first. */
const beginsOtherwise = (node: GraphNode, handlers: Set<string | undefined>): boolean =>
  node.kind === 'boundaryEvent' ||
  node.kind === 'eventSubProcess' ||
  handlers.has(node.id) ||
  (node.kind === 'receiveTask' && node.instantiate === true) ||
  (node.kind === 'eventBasedGateway' && node.instantiate !== undefined) ||
  (node.kind === 'intermediateCatchEvent' && triggerOf(node, 'link') !== undefined);

/** BPMN 2.0.2, 10.5.2: without a start event, every element without an incoming flow is where a container begins. */
const findStarts = (id: string, { nodes, containers }: Parts): void => {
  const inside = Object.values(nodes).filter(({ scope }) => scope === id);
  const handlers = new Set(inside.map(({ undo }) => undo));
  const events = inside.filter(({ kind }) => kind === 'startEvent');
  const none = events.filter((event) => 'events' in event && event.events.length === 0).slice(0, 1);
  const first = inside.filter((node) => node.incoming.length === 0 && !beginsOtherwise(node, handlers));
  const eventSubProcesses = inside.filter(({ kind }) => kind === 'eventSubProcess').map((node) => node.id);
  containers[id] = {
    ...containers[id],
    starts: (events.length > 0 ? none : first).map((node) => node.id),
    ...(eventSubProcesses.length > 0 ? { eventSubProcesses } : {}),
  };
};
