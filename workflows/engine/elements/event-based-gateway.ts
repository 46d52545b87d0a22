import type { NodeOf } from '../graph.ts';
import { nodeOf } from '../run.ts';
import { lookupIn } from '../variables.ts';
import { awaitEvents } from '../waits.ts';
import { failed, unexpected, wait, type Element } from './element.ts';

/** Waits for the events behind it; the first one wins, the others are withdrawn with the gateway (BPMN 2.0.2, 13.4.4). */
export const eventBasedGateway: Element<NodeOf<'eventBasedGateway'>> = {
  enter: (run, node, id) => {
    const starts: (() => void)[] = [];
    for (const flow of node.outgoing) {
      const target = nodeOf(run.graph, run.graph.flows[flow]?.to ?? flow);
      const begin = awaitEvents(run, id, target, lookupIn(run, id));
      if (!begin.ok) return failed(begin);
      starts.push(begin.value);
    }
    starts.forEach((begin) => begin());
    return wait;
  },
  resume: (run, node, _id, signal) => {
    if (signal.kind !== 'event') return unexpected(node, signal);
    const flows = node.outgoing.filter((flow) => run.graph.flows[flow]?.to === signal.element);
    return { next: 'take', flows: flows.slice(0, 1), event: signal.data };
  },
};
