import { ok, fail, type Result } from '../../processes/language/failure.ts';
import type { ElementId } from '../../processes/language/ids.ts';
import type { InstanceId } from './contract.ts';
import type { TimerSetting } from './graph.ts';
import { nextId, nodeOf, type Run } from './run.ts';
import { cycleOf, momentOf } from './time.ts';
import type { Timer } from './state.ts';
import { lookupIn, sourceValue } from './variables.ts';

/** When a timer is due, seen from the element instance that waits for it. */
export const readTimer = (run: Run, id: InstanceId, setting: TimerSetting): Result<Pick<Timer, 'dueAt' | 'cycle'>> => {
  const text = sourceValue(setting.value, lookupIn(run, id), run);
  if (!text.ok) return text;
  const unusable = () => fail('expressionFailed', { detail: 'The timer gives no ISO 8601 date, duration or cycle' });
  if (typeof text.value !== 'string') return unusable();
  const cycle = setting.kind === 'cycle' ? cycleOf(text.value) : undefined;
  const dueAt = momentOf(cycle?.every ?? text.value, run.now);
  if (dueAt === undefined) return unusable();
  return ok(cycle ? { dueAt, cycle: oneLess(cycle) } : { dueAt });
};

const oneLess = ({ every, left }: NonNullable<Timer['cycle']>): NonNullable<Timer['cycle']> =>
  left === undefined ? { every } : { every, left: left - 1 };

/** Starts a timer for the instance; `element` is the event it triggers. */
export const startTimer = (run: Run, timer: Timer): void => {
  const id = nextId(run);
  run.state.timers[id] = timer;
  const { name } = nodeOf(run.graph, timer.element);
  run.effects.push({ kind: 'timerStarted', timer: id, element: timer.element, name, dueAt: timer.dueAt });
};

/** The next round of a cycle, counted from when the last was due so that a late worker does not shift the rest. */
export const repeatTimer = (run: Run, { cycle, ...timer }: Timer): void => {
  if (!cycle || cycle.left === 0) return;
  const dueAt = momentOf(cycle.every, timer.dueAt);
  if (dueAt !== undefined) startTimer(run, { ...timer, dueAt, cycle: oneLess(cycle) });
};

/** Waits for a message; the subscription has a number of its own, since one gateway may wait for several. */
export const subscribe = (run: Run, instance: InstanceId, element: ElementId, message: string): void => {
  const id = nextId(run);
  run.state.subscriptions[id] = { instance, element, message };
  run.effects.push({ kind: 'subscribed', instance: id, element, message });
};

/** Ends all timers and subscriptions of an instance. */
export const withdraw = (run: Run, instance: InstanceId): void => {
  for (const [timer, { instance: owner }] of Object.entries(run.state.timers)) {
    if (owner !== instance) continue;
    delete run.state.timers[timer];
    run.effects.push({ kind: 'timerCancelled', timer });
  }
  for (const [id, { instance: owner }] of Object.entries(run.state.subscriptions)) {
    if (owner !== instance) continue;
    delete run.state.subscriptions[id];
    run.effects.push({ kind: 'unsubscribed', instance: id });
  }
};
