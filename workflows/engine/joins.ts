import type { ElementId } from '../../processes/language/ids.ts';
import type { InstanceId } from './contract.ts';
import type { FlowId, GraphNode } from './graph.ts';
import { triggerOf } from './graph.ts';
import { changeScope, nodeOf, type Run } from './run.ts';

type Waiting = Record<FlowId, number>;

export const arrivedAt = (run: Run, scope: InstanceId, node: ElementId): Waiting =>
  run.state.scopes[scope]?.arrived[node] ?? {};

export const setArrived = (run: Run, scope: InstanceId, node: ElementId, waiting: Waiting): void => {
  const record = run.state.scopes[scope];
  if (record) changeScope(run, scope, { arrived: { ...record.arrived, [node]: waiting } });
};

/** One more token waits on that flow. */
export const addArrived = (run: Run, scope: InstanceId, node: ElementId, flow: FlowId): Waiting => {
  const before = arrivedAt(run, scope, node);
  const waiting = { ...before, [flow]: (before[flow] ?? 0) + 1 };
  setArrived(run, scope, node, waiting);
  return waiting;
};

/** Takes one token from each flow that has one. */
export const takeArrived = (run: Run, scope: InstanceId, node: ElementId): void => {
  const waiting = Object.entries(arrivedAt(run, scope, node)).map(([flow, count]) => [flow, Math.max(0, count - 1)]);
  setArrived(run, scope, node, Object.fromEntries(waiting) as Waiting);
};

/** Elements a token in `node` may reach next: along its flows, through a link, or by an event on its border. */
const next = (run: Run, node: GraphNode): { flows: FlowId[]; jumps: ElementId[] } => {
  const link = node.kind === 'intermediateThrowEvent' ? triggerOf(node, 'link')?.link : undefined;
  const catches = (other: GraphNode): boolean =>
    other.kind === 'intermediateCatchEvent' && other.scope === node.scope && triggerOf(other, 'link')?.link === link;
  const linked = link === undefined ? [] : Object.values(run.graph.nodes).filter(catches);
  return { flows: node.outgoing, jumps: [...(node.attached ?? []), ...linked.map(({ id }) => id)] };
};

/** The flows into the gateway that a token in `from` can still reach without passing through the gateway. */
const reachable = (run: Run, from: ElementId, gateway: ElementId): Set<FlowId> => {
  const reached = new Set<FlowId>();
  const seen = new Set<ElementId>();
  const left: ElementId[] = [from];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const { flows, jumps } = next(run, nodeOf(run.graph, id));
    for (const flow of flows) {
      const to = run.graph.flows[flow]?.to;
      if (to === gateway) reached.add(flow);
      else if (to !== undefined) left.push(to);
    }
    left.push(...jumps);
  }
  return reached;
};

/** Where tokens of the scope are: in elements, and in front of other joins. */
const tokensIn = (run: Run, scope: InstanceId, gateway: ElementId): ElementId[] => {
  const inside = Object.values(run.state.instances)
    .filter((each) => each.scope === scope && each.undoneFor === undefined && !each.beside)
    .map(({ element }) => element);
  const waiting = Object.entries(run.state.scopes[scope]?.arrived ?? {})
    .filter(([id, flows]) => id !== gateway && Object.values(flows).some((count) => count > 0))
    .map(([id]) => id);
  return [...inside, ...waiting];
};

/**
 * BPMN 2.0.2, 13.4.3: a join waits as long as a token could still come by a flow that has none, unless that token could as
 * well come by a flow that already has one.
 */
export const mayStillArrive = (run: Run, scope: InstanceId, gateway: GraphNode): boolean => {
  const waiting = arrivedAt(run, scope, gateway.id);
  // a complex gateway that waits for reset counts those it took a token of in its first phase (13.4.5)
  const taken = run.state.scopes[scope]?.resetting?.[gateway.id] ?? [];
  const filled = gateway.incoming.filter((flow) => (waiting[flow] ?? 0) > 0 || taken.includes(flow));
  return tokensIn(run, scope, gateway.id).some((element) => {
    const flows = reachable(run, element, gateway.id);
    const comesByEmpty = gateway.incoming.some((flow) => flows.has(flow) && !filled.includes(flow));
    return comesByEmpty && !filled.some((flow) => flows.has(flow));
  });
};

export type Join = { scope: InstanceId; node: GraphNode };

/** The next join for which everything that can come has come, now that no token moves. */
export const readyJoin = (run: Run): Join | undefined => {
  for (const [scope, { arrived, resetting = {} }] of Object.entries(run.state.scopes)) {
    for (const [id, waiting] of Object.entries(arrived)) {
      const node = nodeOf(run.graph, id);
      const held = Object.values(waiting).some((count) => count > 0);
      const joins = (node.kind === 'inclusiveGateway' && held) || Object.hasOwn(resetting, id);
      if (joins && !mayStillArrive(run, scope, node)) return { scope, node };
    }
  }
  return undefined;
};
