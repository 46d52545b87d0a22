import { fail, ok, type Result } from '../../../processes/language/failure.ts';
import type { ElementId, JsonObject } from '../../../processes/language/ids.ts';
import type { InstanceId } from '../contract.ts';
import type { NodeOf } from '../graph.ts';
import { instanceOf, type Run } from '../run.ts';
import { begin, openScope } from '../scopes.ts';
import { sameJson } from '../same-json.ts';
import { lookupIn, sourceValue, visibleIn } from '../variables.ts';
import { complete, failed, unexpected, wait, type Element } from './element.ts';

type Calling = NodeOf<'callActivity'>;

const calledBy = (run: Run, node: Calling, id: InstanceId): Result<ElementId> => {
  const name = sourceValue(node.called, lookupIn(run, id), run);
  if (!name.ok) return name;
  const known = typeof name.value === 'string' && run.graph.processes[name.value] !== undefined;
  if (known) return ok(name.value as ElementId);
  return fail('unknownReference', { detail: `The process that ${node.id} calls is not part of the deployment` });
};

const givenTo = (run: Run, node: Calling, id: InstanceId): JsonObject => {
  const { scope, locals = {} } = instanceOf(run, id);
  return node.keepsParent === false ? locals : { ...visibleIn(run.state, scope), ...locals };
};

/** What the called process changed or added: the caller's other branches may have changed the rest meanwhile. */
const changed = (before: JsonObject, after: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => !sameJson(value, before[name])));

/**
 * Runs another process inside the same case, with variables of its own: it is given what its caller sees (or its input
 * mapping) and gives back what it changed (or the output mapping). Errors and escalations that it does not catch come out.
 */
export const callActivity: Element<Calling> = {
  enter: (run, node, id) => {
    const called = calledBy(run, node, id);
    if (!called.ok) return failed(called);
    const opened = openScope(run, id, {
      element: called.value,
      owner: id,
      process: true,
      locals: givenTo(run, node, id),
      given: givenTo(run, node, id),
    });
    if (!opened.ok) return failed(opened);
    begin(run, id, called.value);
    return wait;
  },
  resume: (run, node, id, signal) => {
    if (signal.kind !== 'scopeEmptied') return unexpected(node, signal);
    const { locals = {}, given = {} } = run.state.scopes[id] ?? {};
    if (node.outputs) return complete(locals);
    return complete(node.keepsChild === false ? {} : changed(given, locals));
  },
};
