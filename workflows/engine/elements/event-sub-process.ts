import type { JsonObject } from '../../../processes/language/ids.ts';
import type { InstanceId } from '../contract.ts';
import type { NodeOf } from '../graph.ts';
import { instanceOf, send, type Run } from '../run.ts';
import { openScope } from '../scopes.ts';
import { complete, failed, unexpected, wait, type Element, type Outcome } from './element.ts';

const open = (run: Run, node: NodeOf<'eventSubProcess'>, id: InstanceId, event: JsonObject): Outcome => {
  const opened = openScope(run, id, { element: node.id, parent: instanceOf(run, id).scope });
  if (!opened.ok) return failed(opened);
  send(run, { to: node.start, scope: id, event });
  return wait;
};

/** Is reached when its event has happened, and runs beside or instead of the rest of its scope. */
export const eventSubProcess: Element<NodeOf<'eventSubProcess'>> = {
  enter: (run, node, id) => open(run, node, id, {}),
  resume: (run, node, id, signal) => {
    if (signal.kind === 'scopeEmptied') return complete();
    return signal.kind === 'event' ? open(run, node, id, signal.data) : unexpected(node, signal);
  },
};
