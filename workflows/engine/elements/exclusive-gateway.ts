import type { NodeOf } from '../graph.ts';
import { firstFlow } from '../outgoing.ts';
import { failed, type Element } from './element.ts';

/** Every token that arrives goes on by exactly one flow; nothing is joined (BPMN 2.0.2, 13.4.2). */
export const exclusiveGateway: Element<NodeOf<'exclusiveGateway'>> = {
  enter: (run, node, id) => {
    const flows = firstFlow(run, id, node);
    return flows.ok ? { next: 'take', flows: flows.value } : failed(flows);
  },
};
