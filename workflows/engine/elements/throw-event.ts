import type { Result } from '../../../processes/language/failure.ts';
import { ok } from '../../../processes/language/failure.ts';
import type { Json, JsonObject } from '../../../processes/language/ids.ts';
import type { InstanceId } from '../contract.ts';
import { triggerOf, type NodeOf } from '../graph.ts';
import { instanceOf, send, type Run } from '../run.ts';
import { throwEscalation, throwMessage, throwSignal } from '../throwing.ts';
import { cancelTransaction } from '../transactions.ts';
import { undo, undoBeside } from '../undo.ts';
import { evaluateIn } from '../variables.ts';
import { complete, failed, unexpected, wait, type Element, type Outcome } from './element.ts';
import { work } from './work.ts';

type Throwing = NodeOf<'intermediateThrowEvent' | 'endEvent'>;

/** How the event ends when all that it throws is thrown. */
const end = (node: Throwing): Outcome => {
  const error = triggerOf(node, 'error');
  if (error) return { next: 'throw', code: error.code ?? '' };
  if (triggerOf(node, 'terminate')) return { next: 'terminate' };
  return triggerOf(node, 'cancel') ? { next: 'cancelTransaction' } : complete();
};

const keysOf = (run: Run, node: Throwing, id: InstanceId): Result<(Json | undefined)[]> => {
  const keys: (Json | undefined)[] = [];
  for (const event of node.events) {
    const key = event.kind === 'message' && event.key ? evaluateIn(run, id, event.key) : ok(undefined);
    if (!key.ok) return key;
    keys.push(key.value);
  }
  return ok(keys);
};

const jump = (run: Run, node: Throwing, id: InstanceId, link: string): void => {
  const { scope } = instanceOf(run, id);
  const target = Object.values(run.graph.nodes).find(
    (other) =>
      other.kind === 'intermediateCatchEvent' && other.scope === node.scope && triggerOf(other, 'link')?.link === link,
  );
  if (target) send(run, { to: target.id, scope });
};

/** Throws everything but what ends the event itself. `true`: it has to wait until something is undone. */
const throwAll = (run: Run, node: Throwing, id: InstanceId, keys: (Json | undefined)[]): boolean => {
  const data: JsonObject = instanceOf(run, id).locals ?? {};
  let waits = false;
  for (const [index, event] of node.events.entries()) {
    if (!run.state.instances[id]) return false; // interrupted by what it threw
    if (event.kind === 'message' && node.handler === undefined) throwMessage(run, id, event.message, data, keys[index]);
    if (event.kind === 'signal') throwSignal(run, node.id, event.signal, data);
    if (event.kind === 'escalation') throwEscalation(run, id, event.code ?? '', data);
    if (event.kind === 'link') jump(run, node, id, event.link);
    if (event.kind === 'compensation' && event.async) undoBeside(run, id, event.activity);
    if (event.kind === 'compensation' && !event.async) waits = undo(run, id, event.activity) || waits;
  }
  return waits;
};

const throwNow = (run: Run, node: Throwing, id: InstanceId): Outcome => {
  const keys = keysOf(run, node, id);
  if (!keys.ok) return failed(keys);
  run.throwing = id;
  const waits = throwAll(run, node, id, keys.value);
  delete run.throwing;
  if (waits || !run.state.instances[id]) return wait;
  if (triggerOf(node, 'cancel') && cancelTransaction(run, id)) return wait;
  return end(node);
};

/** Throws its events in the order they are defined. A message with a handler is sent by it first. */
export const throwEvent: Element<Throwing> = {
  enter: (run, node, id) => (node.handler === undefined ? throwNow(run, node, id) : work.enter(run, node, id)),
  resume: (run, node, id, signal) => {
    if (signal.kind === 'undone') return end(node);
    if (signal.kind === 'activityCompleted') {
      const thrown = throwNow(run, node, id);
      return thrown.next === 'complete' ? complete(signal.output) : thrown;
    }
    return unexpected(node, signal);
  },
  cancel: (run, node, id) => {
    if (node.handler !== undefined) work.cancel?.(run, node, id);
  },
};
