import type { NodeOf } from '../graph.ts';
import { addArrived, takeArrived } from '../joins.ts';
import type { Element } from './element.ts';

/**
 * Joins one token of each incoming flow and splits into all outgoing ones (BPMN 2.0.2, 13.4.1). A second token on the
 * same flow waits for the next round: counts are kept per flow, so a loop never lets one branch stand in for another.
 */
export const parallelGateway: Element<NodeOf<'parallelGateway'>> = {
  gather: (run, node, scope, flow) => {
    if (flow === undefined || node.incoming.length < 2) return true;
    const arrived = addArrived(run, scope, node.id, flow);
    const all = node.incoming.every((incoming) => (arrived[incoming] ?? 0) > 0);
    if (all) takeArrived(run, scope, node.id);
    return all;
  },
  enter: (_run, node) => ({ next: 'take', flows: node.outgoing }),
};
