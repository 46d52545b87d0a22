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

/** One that cannot be evaluated is entered, and becomes an incident there. */
const mayActivate = (run: Run, node: Complex, scope: InstanceId): boolean => {
  const active = activates(run, node, scope);
  return !active.ok || active.value;
};

const isResetting = (run: Run, node: Complex, scope: InstanceId): boolean =>
  Object.hasOwn(run.state.scopes[scope]?.resetting ?? {}, node.id);

/**
 * Goes on when its activation condition holds, then takes one token of each other flow as they come and starts anew when no
 * more can (BPMN 2.0.2, 13.4.5). With one incoming flow it splits by its conditions.
 */
export const complexGateway: Element<Complex> = {
  gather: (run, node, scope, flow) => {
    if (flow === undefined || node.incoming.length < 2) return true;
    addArrived(run, scope, node.id, flow);
    return !isResetting(run, node, scope) && mayActivate(run, node, scope);
  },
  enter: (run, node, id) => {
    const { scope } = instanceOf(run, id);
    const active = activates(run, node, scope);
    if (!active.ok) return failed(active);
    if (!active.value) return { next: 'take', flows: [] }; // after a retry: its tokens wait on
    const flows = outgoingFlows(run, id, node, given(run, node, scope, true));
    if (!flows.ok) return failed(flows);
    if (node.incoming.length > 1) {
      const waiting = arrivedAt(run, scope, node.id);
      const taken = node.incoming.filter((flow) => (waiting[flow] ?? 0) > 0);
      takeArrived(run, scope, node.id);
      changeScope(run, scope, { resetting: { ...run.state.scopes[scope]?.resetting, [node.id]: taken } });
    }
    return { next: 'take', flows: flows.value };
  },
  settle: (run, node, scope) => {
    const last = given(run, node, scope, false);
    const { [node.id]: taken = [], ...resetting } = run.state.scopes[scope]?.resetting ?? {};
    changeScope(run, scope, { resetting });
    const rest = Object.entries(arrivedAt(run, scope, node.id)).filter(
      ([flow, count]) => taken.includes(flow) && count,
    );
    setArrived(run, scope, node.id, Object.fromEntries(rest));
    for (const flow of node.outgoing) {
      const { condition, to } = run.graph.flows[flow] ?? {};
      if (to === undefined || !condition?.reads.includes('waitingForStart')) continue;
      const holds = evaluate(condition, lookupFrom(run, scope, last), run.now);
      if (holds.ok && holds.value === true) send(run, { to, scope, flow });
    }
    if (rest.length > 0 && mayActivate(run, node, scope)) return 'enter';
    closeWhenEmpty(run, scope);
    return 'stay';
  },
};
