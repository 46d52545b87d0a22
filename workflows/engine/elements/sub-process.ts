import type { NodeOf } from '../graph.ts';
import { changeInstance, instanceOf } from '../run.ts';
import { begin, openScope } from '../scopes.ts';
import { complete, failed, unexpected, wait, type Element } from './element.ts';

/** Runs its own scope: the input mapping makes its local variables, the output mapping is all that leaves it. */
export const subProcess: Element<NodeOf<'subProcess'>> = {
  enter: (run, node, id) => {
    const { scope, locals } = instanceOf(run, id);
    const opened = openScope(run, id, { element: node.id, parent: scope, locals: locals ?? {} });
    if (!opened.ok) return failed(opened);
    begin(run, id, node.id);
    return run.graph.containers[node.id]?.starts.length ? wait : complete();
  },
  resume: (run, node, id, signal) => {
    if (signal.kind !== 'scopeEmptied') return unexpected(node, signal);
    changeInstance(run, id, { locals: run.state.scopes[id]?.locals ?? {} });
    return complete();
  },
};
