import type { GraphNode } from '../graph.ts';
import type { Report } from './problems.ts';
import type { Parts } from './scopes.ts';

/** Ties flows and boundary events to their nodes and reports what cannot be run as it is tied. */
export const link = ({ nodes, flows }: Parts, report: Report): void => {
  for (const [id, { from, to }] of Object.entries(flows)) {
    nodes[from]?.outgoing.push(id);
    nodes[to]?.incoming.push(id);
  }
  for (const node of Object.values(nodes)) {
    if ('host' in node) attach(node.id, node.host, nodes, report);
    if (node.kind === 'eventBasedGateway') checkEventGateway(node, { nodes, flows }, report);
    if (hasCycleItCannotKeep(node)) report(node.id, 'model.timerCycleHere');
  }
};

const attach = (boundary: string, hostId: string, nodes: Record<string, GraphNode>, report: Report): void => {
  const host = nodes[hostId];
  if (host) host.attached = [...(host.attached ?? []), boundary];
  else report(boundary, 'model.boundaryLoose');
};

const checkEventGateway = (gateway: GraphNode, { nodes, flows }: Parts, report: Report): void => {
  const waits = new Set<string | undefined>(['messageCatchEvent', 'timerCatchEvent', 'receiveTask']);
  const targets = gateway.outgoing.map((flow) => nodes[flows[flow]?.to ?? '']);
  if (targets.length < 2 || !targets.every((target) => waits.has(target?.kind)))
    report(gateway.id, 'model.eventGatewayTargets');
};

/** A cycle repeats only where its event may happen more than once: a non-interrupting boundary, or the start of new cases. */
const hasCycleItCannotKeep = (node: GraphNode): boolean => {
  if (!('timer' in node) || node.timer.kind !== 'cycle' || node.kind === 'timerStartEvent') return false;
  return node.kind !== 'timerBoundaryEvent' || node.interrupting;
};
