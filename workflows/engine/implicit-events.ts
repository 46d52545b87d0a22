import { ok, type Result } from '../../processes/language/failure.ts';
import type { JsonObject } from '../../processes/language/ids.ts';
import type { InstanceId } from './contract.ts';
import type { EventTrigger, GraphNode, MultiInstance } from './graph.ts';
import { changeInstance, instanceOf, nodeOf, send, type Run } from './run.ts';
import { throwEscalation, throwMessage, throwSignal } from './throwing.ts';
import { evaluateIn } from './variables.ts';

const same = (a: EventTrigger, b: EventTrigger): boolean =>
  (a.kind === 'signal' && b.kind === 'signal' && a.signal === b.signal) ||
  (a.kind === 'message' && b.kind === 'message' && a.message === b.message) ||
  (a.kind === b.kind &&
    (a.kind === 'escalation' || a.kind === 'error') &&
    'code' in b &&
    (b.code ?? a.code) === a.code);

/**
 * The boundary events of the activity catch what it throws of itself, whichever kind it is. The iterations that remain go
 * on, as None and One mean them to; under Complex an interrupting boundary event stops them, and the activity completes.
 */
const catchOnBorder = (
  run: Run,
  id: InstanceId,
  trigger: EventTrigger,
  complex: boolean,
  data: JsonObject,
): boolean => {
  const { element, scope } = instanceOf(run, id);
  const catching = (nodeOf(run.graph, element).attached ?? [])
    .map((attached) => nodeOf(run.graph, attached))
    .filter((node) => node.kind === 'boundaryEvent' && node.events.some((event) => same(trigger, event)));
  for (const node of catching) {
    send(run, { to: node.id, scope, event: data });
    if (complex && isInterrupting(node)) stop(run, id);
  }
  return catching.length > 0;
};

const isInterrupting = (node: GraphNode): boolean => node.kind === 'boundaryEvent' && node.interrupting;

const stop = (run: Run, id: InstanceId): void => {
  const { loop } = instanceOf(run, id);
  if (loop) changeInstance(run, id, { loop: { ...loop, stopped: true } });
};

const throwOf = (run: Run, id: InstanceId, trigger: EventTrigger, complex: boolean, data: JsonObject): void => {
  if (catchOnBorder(run, id, trigger, complex, data)) return;
  if (trigger.kind === 'signal') throwSignal(run, instanceOf(run, id).element, trigger.signal, data);
  if (trigger.kind === 'message') throwMessage(run, id, trigger.message, data);
  if (trigger.kind === 'escalation') throwEscalation(run, id, trigger.code ?? '', data);
};

/**
 * The events that a multi-instance activity throws when one of its iterations completes (BPMN 2.0.2, table 10.29). Nothing
 * is thrown before the function it gives is called.
 */
export const announce = (
  run: Run,
  id: InstanceId,
  { behaviour }: MultiInstance,
  counters: JsonObject,
): Result<() => void> => {
  if (!behaviour) return ok(() => undefined);
  if (behaviour.kind !== 'complex') {
    const first = instanceOf(run, id).loop?.completed === 1;
    const { kind, event } = behaviour;
    return ok(() => (kind === 'none' || first) && throwOf(run, id, event, false, counters));
  }
  const thrown: EventTrigger[] = [];
  for (const { condition, triggers } of behaviour.events) {
    const holds = evaluateIn(run, id, condition, counters);
    if (!holds.ok) return holds;
    if (holds.value === true) thrown.push(...triggers);
  }
  return ok(() => {
    for (const trigger of thrown) if (run.state.instances[id]) throwOf(run, id, trigger, true, counters);
  });
};
