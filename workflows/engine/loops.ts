import { fail, ok, type Result } from '../../processes/language/failure.ts';
import type { Json, JsonObject } from '../../processes/language/ids.ts';
import { closeScope } from './cancel.ts';
import type { InstanceId } from './contract.ts';
import { complete, failed, wait, type Outcome } from './elements/element.ts';
import type { GraphNode, MultiInstance, StandardLoop } from './graph.ts';
import { announce } from './implicit-events.ts';
import { changeInstance, instanceOf, nextId, ownerOf, type Run } from './run.ts';
import type { LoopState } from './state.ts';
import { assign, evaluateIn } from './variables.ts';

/** More iterations than any procedure has: a wrong cardinality stops here as an incident. */
const mostIterations = 2_000;

const loopOf = (run: Run, id: InstanceId): LoopState => instanceOf(run, id).loop ?? { started: 0, completed: 0 };

/** One iteration: a scope of its own, with its counter and item, in which the activity runs once. */
const iterate = (run: Run, id: InstanceId, node: GraphNode): void => {
  const { scope } = instanceOf(run, id);
  const loop = loopOf(run, id);
  const iteration = loop.started + 1;
  changeInstance(run, id, { loop: { ...loop, started: iteration } });
  const item = node.loop?.kind === 'multi' && node.loop.item !== undefined ? node.loop.item : undefined;
  const locals: JsonObject = {
    loopCounter: iteration,
    ...(item === undefined ? {} : { [item]: loop.items?.[iteration - 1] ?? null }),
  };
  const own = nextId(run);
  run.state.scopes[own] = { element: node.id, parent: scope, owner: id, iteration, locals, arrived: {} };
  run.queue.push({ to: node.id, scope: own, inner: true });
};

/** Counters that the standard names (table 10.30), and those that other engines' models read. */
const counters = ({ started, completed, total }: LoopState): JsonObject => ({
  loopCounter: started,
  numberOfInstances: total ?? started,
  numberOfActiveInstances: started - completed,
  numberOfCompletedInstances: completed,
  numberOfTerminatedInstances: 0,
  nrOfInstances: total ?? started,
  nrOfActiveInstances: started - completed,
  nrOfCompletedInstances: completed,
});

const boolean = (value: Result<Json>, what: string): Result<boolean> => {
  if (!value.ok || typeof value.value === 'boolean') return value as Result<boolean>;
  return fail('expressionFailed', { detail: `The ${what} gives neither true nor false` });
};

const goesOn = (run: Run, id: InstanceId, loop: StandardLoop): Result<boolean> => {
  const { started } = loopOf(run, id);
  if (loop.maximum !== undefined && started >= loop.maximum) return ok(false);
  if (started >= mostIterations)
    return fail('expressionFailed', { detail: `More than ${mostIterations} rounds of a loop` });
  if (!loop.condition) return ok(loop.maximum !== undefined);
  return boolean(evaluateIn(run, id, loop.condition, { loopCounter: started }), 'loop condition');
};

const sizeOf = (run: Run, id: InstanceId, loop: MultiInstance): Result<Pick<LoopState, 'total' | 'items'>> => {
  const expression = loop.collection ?? loop.cardinality;
  const value: Result<Json> = expression ? evaluateIn(run, id, expression) : ok(null);
  if (!value.ok) return value;
  const size = Array.isArray(value.value) ? value.value.length : value.value;
  const countable = typeof size === 'number' && Number.isInteger(size) && size >= 0 && size <= mostIterations;
  if (loop.collection && !Array.isArray(value.value))
    return fail('expressionFailed', { detail: 'The collection of a multi-instance activity is no list' });
  if (!countable)
    return fail('expressionFailed', { detail: `The cardinality is no whole number from 0 to ${mostIterations}` });
  return ok({ total: size, ...(Array.isArray(value.value) ? { items: value.value } : {}) });
};

/** A looped activity is reached: as a whole it is one instance, which waits for its iterations. */
export const beginLoop = (run: Run, id: InstanceId, node: GraphNode): Outcome => {
  const { loop } = node;
  if (!loop) return complete();
  if (loopOf(run, id).started > 0) return goOn(run, id, node); // a condition after an iteration failed, and is retried
  if (loop.kind === 'multi') {
    const size = sizeOf(run, id, loop);
    if (!size.ok) return failed(size);
    changeInstance(run, id, {
      loop: { started: 0, completed: 0, ...size.value, ...(loop.output ? { outputs: [] } : {}) },
    });
    if (size.value.total === 0) return finish(run, id, loop);
    const together = loop.sequential ? 1 : (size.value.total ?? 0);
    for (let each = 0; each < together; each += 1) iterate(run, id, node);
    return wait;
  }
  changeInstance(run, id, { loop: { started: 0, completed: 0 } });
  if (!loop.testBefore) {
    iterate(run, id, node);
    return wait;
  }
  return roundOrEnd(run, id, node, loop);
};

const roundOrEnd = (run: Run, id: InstanceId, node: GraphNode, loop: StandardLoop): Outcome => {
  const again = goesOn(run, id, loop);
  if (!again.ok) return failed(again);
  if (!again.value) return complete();
  iterate(run, id, node);
  return wait;
};

/** What an iteration gave, kept in its place of the output collection while its scope can still be read. */
export const collectOutput = (
  run: Run,
  iteration: InstanceId,
  node: GraphNode,
  data: JsonObject,
): Result<undefined> => {
  const { scope } = instanceOf(run, iteration);
  const owner = ownerOf(run.state, scope);
  if (node.loop?.kind !== 'multi' || !node.loop.output || owner === undefined) return ok(undefined);
  const value = evaluateIn(run, iteration, node.loop.output.element, data);
  if (!value.ok) return value;
  const loop = loopOf(run, owner);
  const outputs = [...(loop.outputs ?? [])];
  const place = (run.state.scopes[scope]?.iteration ?? 1) - 1;
  while (outputs.length < place) outputs.push(null);
  outputs[place] = value.value;
  changeInstance(run, owner, { loop: { ...loop, outputs } });
  return ok(undefined);
};

const finish = (run: Run, id: InstanceId, loop: MultiInstance): Outcome => {
  const { outputs, total = 0 } = loopOf(run, id);
  if (!loop.output || !outputs) return complete();
  const list = Array.from({ length: total }, (_, at) => outputs[at] ?? null);
  assign(run, instanceOf(run, id).scope, loop.output.collection, list);
  return complete();
};

const cancelRest = (run: Run, id: InstanceId): void => {
  for (const scope of Object.keys(run.state.scopes)) if (ownerOf(run.state, scope) === id) closeScope(run, scope);
};

/** An iteration has completed: events, the completion condition, the next one, or the end of the whole. */
export const iterationEnded = (run: Run, id: InstanceId, node: GraphNode): Outcome => {
  const before = loopOf(run, id);
  const state = { ...before, completed: before.completed + 1 };
  changeInstance(run, id, { loop: state });
  return goOn(run, id, node);
};

/** All that can fail is evaluated first, so that a retry throws no event a second time. */
const goOn = (run: Run, id: InstanceId, node: GraphNode): Outcome => {
  const { loop } = node;
  if (loop?.kind !== 'multi') return loop ? roundOrEnd(run, id, node, loop) : complete();
  const state = loopOf(run, id);
  const announcing = announce(run, id, loop, counters(state));
  if (!announcing.ok) return failed(announcing);
  const done: Result<boolean> = loop.completion
    ? boolean(evaluateIn(run, id, loop.completion, counters(state)), 'completion condition')
    : ok(false);
  if (!done.ok) return failed(done);
  announcing.value();
  if (!run.state.instances[id]) return wait; // an event it threw has interrupted it
  if (done.value || loopOf(run, id).stopped) {
    cancelRest(run, id);
    return finish(run, id, loop);
  }
  if (state.completed === state.total) return finish(run, id, loop);
  if (loop.sequential) iterate(run, id, node);
  return wait;
};
