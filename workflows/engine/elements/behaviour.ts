import type { InstanceId } from '../contract.ts';
import type { FlowId, GraphNode } from '../graph.ts';
import type { Run } from '../run.ts';
import type { Element, Outcome, Signal } from './element.ts';

type Behaviour = {
  enter(id: InstanceId): Outcome;
  resume(id: InstanceId, signal: Signal): Outcome;
  cancel(id: InstanceId): void;
  gather(scope: InstanceId, flow: FlowId | undefined): boolean;
  settle(scope: InstanceId): 'enter' | 'stay';
};

/** The behaviour of a node, bound to it. */
export const behaviourOf = (run: Run, node: GraphNode): Behaviour => {
  const element: Element = run.elements[node.kind];
  return {
    enter: (id) => element.enter(run, node, id),
    resume: (id, signal) => {
      if (!element.resume) throw new Error(`Expected ${node.kind} ${node.id} to wait for something but it never does`);
      return element.resume(run, node, id, signal);
    },
    cancel: (id) => element.cancel?.(run, node, id),
    gather: (scope, flow) => element.gather?.(run, node, scope, flow) ?? true,
    settle: (scope) => element.settle?.(run, node, scope) ?? 'stay',
  };
};
