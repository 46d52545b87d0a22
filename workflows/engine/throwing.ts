import type { Json, JsonObject } from '../../processes/language/ids.ts';
import { leave } from './cancel.ts';
import { catcherOf, handTo, happen, persists } from './catching.ts';
import type { InstanceId } from './contract.ts';
import { evaluate } from './feel.ts';
import { engineFunction } from './feel/functions.ts';
import { raiseIncident } from './incidents.ts';
import { instanceOf, nodeOf, type Run } from './run.ts';
import { sameJson } from './same-json.ts';
import type { EarlyMessage, Subscription } from './state.ts';
import { lookupFrom } from './variables.ts';
import { unsubscribe } from './waits.ts';

/** A BPMN error goes outwards to the first that catches it; uncaught, it waits for an operator. */
export const throwError = (run: Run, id: InstanceId, code: string): void => {
  const caught = catcherOf(run, id, 'error', code);
  // an end event has done what it is for; what else was at work is interrupted
  if (caught && nodeOf(run.graph, instanceOf(run, id).element).kind === 'endEvent') leave(run, id, 'completed');
  if (caught) handTo(run, caught, {});
  else raiseIncident(run, id, { failure: 'uncaughtError', detail: `No boundary event catches the error ${code}` });
};

/** An escalation goes outwards like an error, but when nothing catches it the case goes on (BPMN 2.0.2, 10.5.5). */
export const throwEscalation = (run: Run, id: InstanceId, code: string, data: JsonObject): void => {
  const caught = catcherOf(run, id, 'escalation', code);
  const { element } = instanceOf(run, id);
  run.effects.push({ kind: 'escalationThrown', element, code, caught: caught !== undefined });
  if (caught) handTo(run, caught, data);
};

/** Takes what waits for an event out of waiting, unless it waits for the next one too, and lets it happen. */
const take = (run: Run, id: InstanceId, wait: Subscription, data: JsonObject): void => {
  const node = nodeOf(run.graph, wait.element);
  const partial = 'parallel' in node && node.parallel;
  if (!persists(node, wait.instance) && !partial) unsubscribe(run, id);
  happen(run, wait, data);
};

/** A signal reaches everything in the case that waits for it now (BPMN 2.0.2, 10.5.5); `false`: nothing did. */
export const deliverSignal = (run: Run, signal: string, data: JsonObject): boolean => {
  const waiting = Object.entries(run.state.subscriptions).filter(([, wait]) => wait.signal === signal);
  for (const [id, wait] of waiting) if (run.state.subscriptions[id]) take(run, id, wait, data);
  return waiting.length > 0;
};

export const throwSignal = (run: Run, element: string, signal: string, data: JsonObject): void => {
  run.effects.push({ kind: 'signalThrown', element, signal, variables: data });
  deliverSignal(run, signal, data);
};

/** What a message is about: what it says itself, or what its variables say by the model's rule. */
const keyOf = (run: Run, { name, key, variables }: EarlyMessage): Json | undefined => {
  const rule = run.graph.correlations?.[name];
  if (key !== undefined || !rule) return key;
  const value = evaluate(rule, (wanted) => variables[wanted], run.now);
  return value.ok ? value.value : undefined;
};

const fits = (wait: Subscription, name: string, key: Json | undefined): boolean =>
  wait.message === name && (wait.key === undefined || key === undefined || sameJson(wait.key, key));

/** The receiver that has waited longest; one that would begin a process only when no other waits. */
const receiver = (run: Run, message: EarlyMessage): [InstanceId, Subscription] | undefined => {
  const key = keyOf(run, message);
  const waiting = Object.entries(run.state.subscriptions).filter(([, wait]) => fits(wait, message.name, key));
  return waiting.find(([, { instance }]) => instance !== '') ?? waiting[0];
};

/** A message goes to one receiver. Nothing waits: `false`. */
export const deliverMessage = (run: Run, message: EarlyMessage): boolean => {
  const found = receiver(run, message);
  if (found) take(run, ...found, message.variables);
  return found !== undefined;
};

/** More messages than any procedure sends ahead of time; the oldest goes first. */
const mostEarly = 200;

export const keepEarly = (run: Run, message: EarlyMessage): void => {
  run.state.early = [...(run.state.early ?? []), message].slice(-mostEarly);
};

/** A message of the model itself: to whoever waits for it in this case, now or later, and to the world outside. */
export const throwMessage = (run: Run, id: InstanceId, name: string, variables: JsonObject, key?: Json): void => {
  const { element } = instanceOf(run, id);
  const about = key === undefined ? {} : { key };
  run.effects.push({ kind: 'messageThrown', element, message: name, variables, ...about });
  const message = { name, messageId: `${id}.${run.state.seq}`, variables, ...about };
  if (!deliverMessage(run, message) && run.graph.messages.includes(name)) keepEarly(run, message);
};

const takeEarly = (run: Run): void => {
  for (const message of run.state.early ?? []) {
    if (!receiver(run, message)) continue;
    run.state.early = (run.state.early ?? []).filter((each) => each !== message);
    deliverMessage(run, message);
  }
};

/** A condition happens when it becomes true (10.5.5); a name that no variable bears yet has not made it so. */
const takeConditions = (run: Run): void => {
  for (const [id, { held }] of Object.entries(run.state.subscriptions)) {
    const wait = run.state.subscriptions[id];
    if (held === undefined || !wait) continue;
    const holds = isTrue(run, wait);
    if (holds !== wait.held) run.state.subscriptions[id] = { ...wait, held: holds };
    if (holds && !wait.held) take(run, id, wait, {});
  }
};

const ignore = (): void => undefined;

const isTrue = (run: Run, { instance, element, event = 0 }: Subscription): boolean => {
  const node = nodeOf(run.graph, element);
  const trigger = 'events' in node ? node.events[event] : undefined;
  if (trigger?.kind !== 'conditional') return false;
  const owner = run.state.instances[instance];
  const scope = node.kind === 'startEvent' ? instance || '0' : (owner?.scope ?? '0');
  const lookup = node.kind === 'startEvent' ? lookupFrom(run, scope) : lookupFrom(run, scope, owner?.locals);
  if (trigger.condition.reads.some((name) => lookup(name) === undefined && !engineFunction(name, run.now, ignore)))
    return false;
  const value = evaluate(trigger.condition, lookup, run.now);
  return value.ok && value.value === true;
};

/** Looks at what depends on variables and waits that changed. */
export const settleWaits = (run: Run): void => {
  run.unsettled = false;
  takeEarly(run);
  takeConditions(run);
};
