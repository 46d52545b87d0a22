import type { NodeOf } from '../graph.ts';
import { addArrived, takeArrived } from '../joins.ts';
import { outgoingFlows } from '../outgoing.ts';
import { failed, type Element } from './element.ts';

/**
 * Splits into every flow whose condition holds. Joins what has arrived as soon as nothing else can still come
 * (BPMN 2.0.2, 13.4.3), which is known only when no token moves.
 */
export const inclusiveGateway: Element<NodeOf<'inclusiveGateway'>> = {
  gather: (run, node, scope, flow) => {
    if (flow === undefined || node.incoming.length < 2) return true;
    addArrived(run, scope, node.id, flow);
    return false;
  },
  settle: (run, node, scope) => {
    takeArrived(run, scope, node.id);
    return 'enter';
  },
  enter: (run, node, id) => {
    const flows = outgoingFlows(run, id, node);
    return flows.ok ? { next: 'take', flows: flows.value } : failed(flows);
  },
};
