import { expect } from '@jest/globals';
import type { Instant, Json, JsonObject } from '../../../processes/language/ids.ts';
import type { Effect, Input, InstanceId } from '../../../workflows/engine/contract.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import { awaitedBy } from '../../../workflows/engine/awaited.ts';
import type { EngineState } from '../../../workflows/engine/state.ts';
import {
  isEnded,
  openTasks,
  pendingActivities,
  pendingTimers,
  start,
  step,
  type Start,
  type Step,
} from '../../../workflows/engine/step.ts';

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};
const snapshot = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/**
 * Plays a case. Every step is made twice, from the state and from its JSON snapshot, and must come out the same;
 * every state is frozen, so that a step that changed it would throw.
 */
export class Play {
  readonly graph: ProcessGraph;
  readonly effects: Effect[] = [];
  state: EngineState;
  now: Instant;

  constructor(
    graph: ProcessGraph,
    variables: JsonObject = {},
    now: Instant = '2026-09-10T10:00:00.000Z',
    from: Start = {},
  ) {
    this.graph = frozen(graph);
    this.now = now;
    this.state = this.keep(start(graph, frozen(variables), now, from));
  }

  private keep({ state, effects }: Step): EngineState {
    this.effects.push(...effects);
    return frozen(state);
  }

  take(input: Input): Effect[] {
    const before = this.effects.length;
    const again = step(this.graph, snapshot(this.state), input, this.now);
    const first = step(this.graph, this.state, frozen(input), this.now);
    expect(again).toEqual(first);
    expect(snapshot(first)).toEqual(first);
    this.state = this.keep(first);
    return this.effects.slice(before);
  }

  /** The first instance of the element; of a looped activity, its first iteration. */
  instance(element: string): InstanceId {
    const all = Object.entries(this.state.instances).filter(([, each]) => each.element === element);
    const found = all.find(([, { loop, incident }]) => !loop && incident === undefined) ?? all[0];
    if (!found) throw new Error(`Expected a token in ${element} but there are ${this.tokens().join(', ') || 'none'}`);
    return found[0];
  }

  complete(element: string, data: JsonObject = {}, by = 'person-1'): Effect[] {
    return this.take({ kind: 'taskCompleted', instance: this.instance(element), by, data });
  }

  answer(element: string, output: JsonObject = {}): Effect[] {
    return this.take({ kind: 'activityCompleted', instance: this.instance(element), output });
  }

  err(element: string, code: string): Effect[] {
    return this.take({ kind: 'activityErred', instance: this.instance(element), code, message: 'secret' });
  }

  /** The clock goes to when the timer of that event is due, and it fires. */
  fire(element: string): Effect[] {
    const timer = pendingTimers(this.state).find((each) => each.element === element);
    if (!timer) throw new Error(`Expected a timer for ${element} but there is none`);
    if (timer.dueAt > this.now) this.now = timer.dueAt;
    return this.take({ kind: 'timerFired', timer: timer.timer });
  }

  send(
    name: string,
    variables: JsonObject = {},
    messageId = `m${this.state.seq}`,
    more: { key?: Json; keep?: boolean } = {},
  ): Effect[] {
    return this.take({ kind: 'messageArrived', name, messageId, variables, ...more });
  }

  signal(name: string, variables: JsonObject = {}): Effect[] {
    return this.take({ kind: 'signalArrived', signal: name, variables });
  }

  correct(variables: JsonObject): Effect[] {
    return this.take({ kind: 'variablesCorrected', by: 'operator', variables });
  }

  retry(variables?: JsonObject): Effect[] {
    const incident = Object.keys(this.state.incidents)[0] ?? 'none';
    return this.take({ kind: 'incidentRetried', incident, by: 'operator', ...(variables ? { variables } : {}) });
  }

  tokens(): string[] {
    return Object.values(this.state.instances).map(({ element }) => element);
  }
  tasks(): string[] {
    return openTasks(this.graph, this.state).map(({ element }) => element);
  }
  calls(): string[] {
    return pendingActivities(this.graph, this.state).map(({ element }) => element);
  }
  timers(): string[] {
    return pendingTimers(this.state).map(({ element, dueAt }) => `${element} ${dueAt}`);
  }
  entered(): string[] {
    return this.effects.flatMap((effect) => (effect.kind === 'elementEntered' ? [effect.element] : []));
  }
  /** What the case waits for, as `task:a`. An ended case waits for nothing. */
  awaits(): string[] {
    return awaitedBy(this.graph, this.state)
      .map((each) => `${each.for}:${each.element}`)
      .sort();
  }
  incidents(): string[] {
    return Object.values(this.state.incidents).map(({ element, failure }) => `${element} ${failure}`);
  }
  get variables(): JsonObject {
    return this.state.variables;
  }
  get outcome(): string | undefined {
    return isEnded(this.state) ? this.state.outcome : undefined;
  }
}
