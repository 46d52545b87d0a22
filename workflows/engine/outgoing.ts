import { fail, ok, type Result } from '../../processes/language/failure.ts';
import type { JsonObject } from '../../processes/language/ids.ts';
import type { InstanceId } from './contract.ts';
import type { Flow, FlowId, GraphNode } from './graph.ts';
import type { Run } from './run.ts';
import { evaluateIn } from './variables.ts';

const flowsOf = (run: Run, node: GraphNode): [FlowId, Flow][] =>
  node.outgoing.map((id) => {
    const flow = run.graph.flows[id];
    if (!flow) throw new Error(`Expected the graph to have flow ${id} but it has not`);
    return [id, flow];
  });

const holds = (run: Run, id: InstanceId, [flowId, flow]: [FlowId, Flow], given: JsonObject): Result<boolean> => {
  if (!flow.condition) return ok(true);
  const value = evaluateIn(run, id, flow.condition, given);
  if (!value.ok || typeof value.value === 'boolean') return value as Result<boolean>;
  return fail('expressionFailed', { detail: `The condition of ${flowId} gives neither true nor false` });
};

/**
 * The flows a token takes when it leaves: all without a condition, those whose condition holds, and the default flow when
 * none with a condition is taken (BPMN 2.0.2, 13.2.1); behind a gateway a flow without one counts as chosen.
 */
export const outgoingFlows = (run: Run, id: InstanceId, node: GraphNode, given: JsonObject = {}): Result<FlowId[]> => {
  const flows = flowsOf(run, node);
  const taken: FlowId[] = [];
  let chosen = false;
  for (const entry of flows) {
    if (entry[1].default) continue;
    const value = holds(run, id, entry, given);
    if (!value.ok) return value;
    if (!value.value) continue;
    taken.push(entry[0]);
    chosen ||= entry[1].condition !== undefined || node.kind === 'inclusiveGateway' || node.kind === 'complexGateway';
  }
  const fallback = flows.find(([, flow]) => flow.default);
  if (fallback && !chosen) return ok([...taken, fallback[0]]);
  return taken.length > 0 || flows.length === 0 ? ok(taken) : noFlow(node);
};

/** The first flow, in the order they are drawn, whose condition holds; or the default flow. */
export const firstFlow = (run: Run, id: InstanceId, node: GraphNode): Result<FlowId[]> => {
  const flows = flowsOf(run, node);
  for (const entry of flows) {
    if (entry[1].default) continue;
    const value = holds(run, id, entry, {});
    if (!value.ok) return value;
    if (value.value) return ok([entry[0]]);
  }
  const fallback = flows.find(([, flow]) => flow.default);
  if (fallback) return ok([fallback[0]]);
  return flows.length === 0 ? ok([]) : noFlow(node);
};

const noFlow = (node: GraphNode) =>
  fail('expressionFailed', { detail: `No condition behind ${node.id} holds and it has no default flow` });
