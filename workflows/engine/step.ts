import type { ElementId, Instant, JsonObject } from '../../processes/language/ids.ts';
import type { Input } from './contract.ts';
import { elements } from './elements/index.ts';
import type { ProcessGraph } from './graph.ts';
import { handle } from './inputs.ts';
import { beginRun, changeScope, type Run } from './run.ts';
import { awaitStart, startProcess } from './scopes.ts';
import { finish, settleAll, type Step } from './settling.ts';
import { rootScope, type EngineState } from './state.ts';

export { isEnded, pendingTimers } from './state.ts';
export { openTasks, pendingActivities, refuse } from './waiting.ts';

export type { Step } from './settling.ts';

export type Start = {
  /** the start event at which it begins; absent: the none start event, or the first */ at?: ElementId;
  /** what happened at that start event */ event?: JsonObject;
  /** a process without a none start event waits for an event that begins it */ awaitEvent?: boolean;
};

/** Begins a case, together with the pools that take part in it, and runs until every token waits. */
export const start = (graph: ProcessGraph, variables: JsonObject, now: Instant, from: Start = {}): Step => {
  const run = beginRun(graph, elements, emptyState(graph), now);
  const main = graph.processId;
  const none = (graph.containers[main]?.starts ?? []).length > 0;
  const at = from.at ?? (none || from.awaitEvent ? undefined : graph.starts[0]);
  if (!none && at === undefined && !from.awaitEvent) throw new Error('Expected a start event but the graph has none');
  run.state.variables = variables;
  if (Object.keys(graph.processes).length > 1) changeScope(run, rootScope, { given: variables });
  if (at !== undefined) startProcess(run, main, { at, event: from.event ?? {}, variables: {} });
  else if (none) startProcess(run, main, { variables: {} });
  else awaitStart(run, main);
  for (const process of graph.together ?? []) startProcess(run, process, { variables: {} });
  for (const process of Object.keys(graph.processes)) if (process !== main) awaitStart(run, process);
  settleAll(run);
  return finish(run);
};

const emptyState = (graph: ProcessGraph): EngineState => ({
  seq: 0,
  status: 'running',
  counter: 0,
  variables: {},
  scopes: { [rootScope]: { element: graph.processId, locals: {}, arrived: {}, begun: false } },
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
  take(run, input);
  settleAll(run);
  for (let kept = run.kept.shift(); kept; kept = run.kept.shift()) {
    take(run, kept);
    settleAll(run);
  }
  return finish(run);
};

const take = (run: Run, input: Input): void => {
  const reason = run.state.status === 'ended' ? 'The case is closed' : handle(run, input);
  if (typeof reason === 'string') run.effects.push({ kind: 'inputIgnored', input: input.kind, reason });
};
