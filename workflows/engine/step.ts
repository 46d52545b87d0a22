import type { Instant, JsonObject } from '../../processes/language/ids.ts';
import type { Effect, Input } from './contract.ts';
import { elements } from './elements/index.ts';
import type { ProcessGraph } from './graph.ts';
import { handlers } from './inputs.ts';
import { arrive } from './lifecycle.ts';
import { beginRun, type Run } from './run.ts';
import { sameJson } from './same-json.ts';
import { rootScope, type EngineState } from './state.ts';

export { isEnded, pendingTimers } from './state.ts';
export { openTasks, pendingActivities, refuse } from './waiting.ts';

export type Step = { state: EngineState; effects: Effect[] };

/** Begins a case at the graph's none start event (or the start event named) and runs until every token waits. */
export const start = (graph: ProcessGraph, variables: JsonObject, now: Instant, at?: string): Step => {
  const to = at ?? graph.starts.find((id) => graph.nodes[id]?.kind === 'startEvent') ?? graph.starts[0];
  if (to === undefined) throw new Error('Expected a start event but the graph has none');
  const run = beginRun(graph, elements, emptyState(graph), now);
  run.state.variables = variables;
  run.queue.push({ to, scope: rootScope });
  return finish(run);
};

const emptyState = (graph: ProcessGraph): EngineState => ({
  seq: 0,
  status: 'running',
  counter: 0,
  variables: {},
  scopes: { [rootScope]: { element: graph.processId, locals: {}, arrived: {} } },
  instances: {},
  timers: {},
  subscriptions: {},
  incidents: {},
  messageIds: [],
});

/**
 * Handles one input and runs tokens until every one of them waits. Never changes the state it is given. What comes too
 * late is no failure here: it is recorded as ignored, for the case may have gone on while it was on its way.
 */
export const step = (graph: ProcessGraph, state: EngineState, input: Input, now: Instant): Step => {
  const run = beginRun(graph, elements, state, now);
  const reason = state.status === 'ended' ? 'The case is closed' : take(run, input);
  if (typeof reason === 'string') run.effects.push({ kind: 'inputIgnored', input: input.kind, reason });
  return finish(run);
};

const take = (run: Run, input: Input): string | undefined => {
  const handle = handlers[input.kind] as (run: Run, input: Input) => string | undefined;
  return handle(run, input);
};

const finish = (run: Run): Step => {
  for (let arrival = run.queue.shift(); arrival; arrival = run.queue.shift()) arrive(run, arrival);
  const { state, before, effects } = run;
  const changed = Object.entries(state.variables).filter(([name, value]) => !sameJson(value, before.variables[name]));
  if (changed.length > 0) effects.push({ kind: 'variablesSet', variables: Object.fromEntries(changed) });
  if (state.status === 'ended' && before.status !== 'ended') {
    const outcome = state.outcome ?? run.graph.processId;
    effects.push({ kind: 'caseEnded', element: outcome, outcome });
  }
  return { state, effects };
};
