import { fail, ok, type Result } from '../../../processes/language/failure.ts';
import type { JsonObject } from '../../../processes/language/ids.ts';
import type { InstanceId } from '../contract.ts';
import { evaluate } from '../feel.ts';
import type { NodeOf } from '../graph.ts';
import { addArrived, arrivedAt, setArrived, takeArrived } from '../joins.ts';
import { outgoingFlows } from '../outgoing.ts';
import { changeScope, instanceOf, send, type Run } from '../run.ts';
import { closeWhenEmpty } from '../scopes.ts';
import { lookupFrom } from '../variables.ts';
import { failed, type Element } from './element.ts';

type Complex = NodeOf<'complexGateway'>;

/** Names that the standard gives the activation condition and the conditions behind the gateway (13.4.5). */
const given = (run: Run, node: Complex, scope: InstanceId, waitingForStart: boolean): JsonObject => {
  const counts = Object.values(arrivedAt(run, scope, node.id));
  return { activationCount: counts.reduce((sum, count) => sum + count, 0), waitingForStart };
};

const activates = (run: Run, node: Complex, scope: InstanceId): Result<boolean> => {
  if (!node.activation) return ok(true);
  const value = evaluate(node.activation, lookupFrom(run, scope, given(run, node, scope, true)), run.now);
  if (!value.ok || typeof value.value === 'boolean') return value as Result<boolean>;
  return fail('expressionFailed', { detail: `The activation condition of ${node.id} gives neither true nor false` });
};

/**
 * Goes on when its activation condition holds, then takes the rest of its tokens as they come and starts anew when no more
 * can (BPMN 2.0.2, 13.4.5). With one incoming flow it splits by its conditions.
 */
export const complexGateway: Element<Complex> = {
  gather: (run, node, scope, flow) => {
    if (flow === undefined || node.incoming.length < 2) return true;
    addArrived(run, scope, node.id, flow);
    if (run.state.scopes[scope]?.resetting?.includes(node.id)) return false;
    const active = activates(run, node, scope);
    return !active.ok || active.value; // one that cannot be evaluated is entered, and becomes an incident there
  },
  enter: (run, node, id) => {
    const { scope } = instanceOf(run, id);
    const active = activates(run, node, scope);
    if (!active.ok) return failed(active);
    const flows = outgoingFlows(run, id, node, given(run, node, scope, true));
    if (!flows.ok) return failed(flows);
    if (node.incoming.length > 1) {
      takeArrived(run, scope, node.id);
      const { resetting = [] } = run.state.scopes[scope] ?? {};
      changeScope(run, scope, { resetting: [...resetting, node.id] });
    }
    return { next: 'take', flows: flows.value };
  },
  settle: (run, node, scope) => {
    const last = given(run, node, scope, false);
    const { resetting = [] } = run.state.scopes[scope] ?? {};
    changeScope(run, scope, { resetting: resetting.filter((id) => id !== node.id) });
    setArrived(run, scope, node.id, {});
    for (const flow of node.outgoing) {
      const { condition, to } = run.graph.flows[flow] ?? {};
      if (to === undefined || !condition?.reads.includes('waitingForStart')) continue;
      const holds = evaluate(condition, lookupFrom(run, scope, last), run.now);
      if (holds.ok && holds.value === true) send(run, { to, scope, flow });
    }
    closeWhenEmpty(run, scope);
    return 'stay';
  },
};
