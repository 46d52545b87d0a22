import type { NodeOf } from '../graph.ts';
import type { Element } from './element.ts';

/**
 * Joins one token of each incoming flow and splits into all outgoing ones (BPMN 2.0.2, 13.4.1). A second token on the
 * same flow waits for the next round: counts are kept per flow, so a loop never lets one branch stand in for another.
 */
export const parallelGateway: Element<NodeOf<'parallelGateway'>> = {
  gather: (run, node, scope, flow) => {
    const record = run.state.scopes[scope];
    if (!record || flow === undefined || node.incoming.length < 2) return true;
    const counts = record.arrived[node.id] ?? {};
    const arrived = { ...counts, [flow]: (counts[flow] ?? 0) + 1 };
    const all = node.incoming.every((incoming) => (arrived[incoming] ?? 0) > 0);
    if (all) for (const incoming of node.incoming) arrived[incoming] = (arrived[incoming] ?? 1) - 1;
    run.state.scopes[scope] = { ...record, arrived: { ...record.arrived, [node.id]: arrived } };
    return all;
  },
  enter: (_run, node) => ({ next: 'take', flows: node.outgoing }),
};
