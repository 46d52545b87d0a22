import { fail, ok, type Result } from '../../processes/language/failure.ts';
import type { Json } from '../../processes/language/ids.ts';
import type { InstanceId } from './contract.ts';
import { evaluate, type Lookup } from './feel.ts';
import type { EventTrigger, GraphNode, TimerSetting } from './graph.ts';
import { nextId, nodeOf, type Run } from './run.ts';
import { cycleOf, firstOf, momentOf, nextOf } from './time.ts';
import type { Subscription, Timer } from './state.ts';
import { sourceValue } from './variables.ts';

/** When a timer is due, seen from whoever waits for it. */
const readTimer = (run: Run, setting: TimerSetting, lookup: Lookup): Result<Pick<Timer, 'dueAt' | 'cycle'>> => {
  const text = sourceValue(setting.value, lookup, run);
  if (!text.ok) return text;
  const unusable = () => fail('expressionFailed', { detail: 'The timer gives no ISO 8601 date, duration or cycle' });
  if (typeof text.value !== 'string') return unusable();
  const cycle = setting.kind === 'cycle' ? cycleOf(text.value) : undefined;
  if (cycle) return ok(firstOf(cycle, run.now));
  const dueAt = momentOf(text.value, run.now);
  return dueAt === undefined ? unusable() : ok({ dueAt });
};

type Place = { instance: InstanceId; element: string; event?: number };

/** The events an element waits for, in the order in which it names them. */
export const triggersOf = (node: GraphNode): EventTrigger[] => {
  if (node.kind === 'receiveTask')
    return [{ kind: 'message', message: node.message, ...(node.key ? { key: node.key } : {}) }];
  return 'events' in node ? node.events : [];
};

/** Starts a timer; `element` is the event it triggers. */
export const startTimer = (run: Run, timer: Timer): void => {
  const id = nextId(run);
  run.state.timers[id] = timer;
  const { name } = nodeOf(run.graph, timer.element);
  run.effects.push({ kind: 'timerStarted', timer: id, element: timer.element, name, dueAt: timer.dueAt });
};

/**
 * The next round of a cycle, counted from when the last was due so that a late worker does not shift the rest. `false`: it
 * was the last.
 */
export const repeatTimer = (run: Run, timer: Timer): boolean => {
  const next = nextOf(timer);
  if (next) startTimer(run, { ...timer, ...next });
  return next !== undefined;
};

/** The wait has a number of its own, since one gateway may wait for several. */
const subscribe = (run: Run, subscription: Subscription): void => {
  const id = nextId(run);
  run.state.subscriptions[id] = subscription;
  run.unsettled = true;
  announceWait(run, id, subscription);
};

export const announceWait = (run: Run, id: InstanceId, { element, message, key, signal }: Subscription): void => {
  if (message !== undefined)
    run.effects.push({ kind: 'subscribed', instance: id, element, message, ...(key === undefined ? {} : { key }) });
  if (signal !== undefined) run.effects.push({ kind: 'signalAwaited', instance: id, element, signal });
};

const messageWait = (
  run: Run,
  at: Place,
  { message, key }: { message: string; key?: Extract<EventTrigger, { kind: 'message' }>['key'] },
  lookup: Lookup,
): Result<() => void> => {
  const about: Result<Json> | undefined = key && evaluate(key, lookup, run.now);
  if (about && !about.ok) return about;
  return ok(() => subscribe(run, { ...at, message, ...(about ? { key: about.value } : {}) }));
};

/** Prepares one wait; starts nothing before the function it gives is called. */
export const waitFor = (run: Run, at: Place, trigger: EventTrigger, lookup: Lookup): Result<() => void> => {
  if (trigger.kind === 'message') return messageWait(run, at, trigger, lookup);
  if (trigger.kind === 'signal') return ok(() => subscribe(run, { ...at, signal: trigger.signal }));
  if (trigger.kind === 'conditional') return ok(() => subscribe(run, { ...at, held: false }));
  if (trigger.kind !== 'timer') return ok(() => undefined); // caught where it is thrown
  const timer = readTimer(run, trigger.timer, lookup);
  return timer.ok ? ok(() => startTimer(run, { ...at, ...timer.value })) : timer;
};

export const placeOf = (instance: InstanceId, element: string, event: number): Place => ({
  instance,
  element,
  ...(event === 0 ? {} : { event }),
});

/**
 * Prepares the waits for the events of an element on behalf of `instance` (or of a scope). Nothing is started before the
 * function it gives is called, so that several can be read first and none is started when one cannot.
 */
export const awaitEvents = (run: Run, instance: InstanceId, node: GraphNode, lookup: Lookup): Result<() => void> => {
  const starts: (() => void)[] = [];
  for (const [index, trigger] of triggersOf(node).entries()) {
    const begin = waitFor(run, placeOf(instance, node.id, index), trigger, lookup);
    if (!begin.ok) return begin;
    starts.push(begin.value);
  }
  return ok(() => starts.forEach((begin) => begin()));
};

/** Ends the waits of an instance (or scope), or only those for the elements that `which` chooses. */
export const withdraw = (run: Run, instance: InstanceId, which: (node: GraphNode) => boolean = () => true): void => {
  const theirs = ({ instance: owner, element }: Place): boolean =>
    owner === instance && which(nodeOf(run.graph, element));
  for (const [timer, wait] of Object.entries(run.state.timers)) if (theirs(wait)) stopTimer(run, timer);
  for (const [id, wait] of Object.entries(run.state.subscriptions)) if (theirs(wait)) unsubscribe(run, id);
};

export const stopTimer = (run: Run, timer: InstanceId): void => {
  delete run.state.timers[timer];
  run.effects.push({ kind: 'timerCancelled', timer });
};

export const unsubscribe = (run: Run, id: InstanceId): void => {
  const { message, signal } = run.state.subscriptions[id] ?? {};
  delete run.state.subscriptions[id];
  if (message !== undefined || signal !== undefined) run.effects.push({ kind: 'unsubscribed', instance: id });
};
