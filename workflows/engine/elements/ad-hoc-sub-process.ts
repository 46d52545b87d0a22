import { ok, type Result } from '../../../processes/language/failure.ts';
import type { Json } from '../../../processes/language/ids.ts';
import { clearScope } from '../cancel.ts';
import type { InstanceId } from '../contract.ts';
import { evaluate } from '../feel.ts';
import type { NodeOf } from '../graph.ts';
import { changeInstance, instanceOf, nodeOf, send, type Run } from '../run.ts';
import { closeWhenEmpty, openScope } from '../scopes.ts';
import { lookupFrom } from '../variables.ts';
import { complete, failed, unexpected, wait, type Element, type Outcome } from './element.ts';

type AdHoc = NodeOf<'adHocSubProcess'>;

const isOver = (run: Run, node: AdHoc, id: InstanceId): Result<boolean> => {
  if (instanceOf(run, id).over) return ok(true);
  if (!node.completion) return ok(false);
  const value: Result<Json> = evaluate(node.completion, lookupFrom(run, id), run.now);
  return value.ok ? ok(value.value === true) : value;
};

/** Offers what is left: everything at once, or one after the other. */
const offer = (run: Run, node: AdHoc, id: InstanceId): void => {
  const { offers = [] } = instanceOf(run, id);
  const now = node.sequential ? offers.slice(0, 1) : offers;
  changeInstance(run, id, { offers: offers.slice(now.length) });
  for (const to of now) send(run, { to, scope: id });
};

/** Its people's activities are offered again until the completion condition holds; what no person does is done once. */
const again = (run: Run, node: AdHoc, id: InstanceId): boolean => {
  const starts = run.graph.containers[node.id]?.starts ?? [];
  const people = starts.filter((start) => nodeOf(run.graph, start).kind === 'userTask');
  if (people.length === 0) return false;
  changeInstance(run, id, { offers: people });
  offer(run, node, id);
  return true;
};

/**
 * Activities without a prescribed order (BPMN 2.0.2, 13.3.5): all are offered, at once or one by one in the order they are
 * drawn. Without a completion condition it ends when all are done.
 */
export const adHocSubProcess: Element<AdHoc> = {
  enter: (run, node, id) => {
    if (run.state.scopes[id]) return lookAgain(run, node, id);
    const { scope, locals } = instanceOf(run, id);
    const opened = openScope(run, id, { element: node.id, parent: scope, locals: locals ?? {} });
    if (!opened.ok) return failed(opened);
    const offers = run.graph.containers[node.id]?.starts ?? [];
    if (offers.length === 0) return complete();
    changeInstance(run, id, { offers });
    offer(run, node, id);
    return wait;
  },
  resume: (run, node, id, signal) => {
    if (signal.kind !== 'scopeEmptied') return unexpected(node, signal);
    if (instanceOf(run, id).incident !== undefined) return wait; // a retry looks again
    const over = isOver(run, node, id);
    if (!over.ok) return failed(over);
    const done = complete();
    if (over.value) return done;
    if (instanceOf(run, id).offers?.length) offer(run, node, id);
    else return node.completion && again(run, node, id) ? wait : done;
    return wait;
  },
};

/** After each of its activities: when the completion condition holds, the rest is cancelled, or only nothing new begins. */
export const activityEnded = (run: Run, node: AdHoc, id: InstanceId): Outcome => {
  const over = isOver(run, node, id);
  if (!over.ok) return failed(over);
  if (!over.value) return wait;
  changeInstance(run, id, { offers: [], over: true });
  if (!node.keepsRemaining) clearScope(run, id);
  closeWhenEmpty(run, id);
  return wait;
};

/** Its completion condition could not be evaluated, and an operator retries. */
const lookAgain = (run: Run, node: AdHoc, id: InstanceId): Outcome => {
  const outcome = activityEnded(run, node, id);
  if (outcome.next === 'wait') closeWhenEmpty(run, id);
  return outcome;
};
