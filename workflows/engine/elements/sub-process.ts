import type { NodeOf } from '../graph.ts';
import { changeInstance, instanceOf } from '../run.ts';
import { complete, unexpected, wait, type Element } from './element.ts';

/** Runs its own scope: the input mapping makes its local variables, the output mapping is all that leaves it. */
export const subProcess: Element<NodeOf<'subProcess'>> = {
  enter: (run, node, id) => {
    const { scope, locals } = instanceOf(run, id);
    run.state.scopes[id] = { element: node.id, parent: scope, locals: locals ?? {}, arrived: {} };
    run.queue.push({ to: node.start, scope: id });
    return wait;
  },
  resume: (run, node, id, signal) => {
    if (signal.kind !== 'scopeEmptied') return unexpected(node, signal);
    changeInstance(run, id, { locals: run.state.scopes[id]?.locals ?? {} });
    return complete();
  },
};
