import type { NodeOf } from '../graph.ts';
import { instanceOf } from '../run.ts';
import { arm, begin } from '../scopes.ts';
import { complete, failed, unexpected, type Element } from './element.ts';

/**
 * What started it has happened already. The start of an event subprocess is entered without its event only where a process
 * could not watch for it: a retry then watches again and lets the process begin.
 */
export const startEvent: Element<NodeOf<'startEvent'>> = {
  enter: (run, node, id) => {
    const { scope } = instanceOf(run, id);
    const container = run.state.scopes[scope]?.element ?? '';
    if (node.scope === container) return complete();
    const armed = arm(run, scope, container);
    if (!armed.ok) return failed(armed);
    begin(run, scope, container);
    return { next: 'take', flows: [] };
  },
  resume: (_run, node, _id, signal) => (signal.kind === 'event' ? complete(signal.data) : unexpected(node, signal)),
};
