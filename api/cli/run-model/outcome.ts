import type { Failure, Problem } from '../../../processes/language/failure.ts';
import type { Json, JsonObject } from '../../../processes/language/ids.ts';
import { awaitedBy } from '../../../workflows/engine/awaited.ts';
import type { Awaited } from '../../../workflows/engine/awaited.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import { isEnded, rootScope } from '../../../workflows/engine/state.ts';
import type { EngineState } from '../../../workflows/engine/state.ts';
import type { Thrown, Trace, TraceEntry } from './trace.ts';

export type Status = 'completed' | 'waiting' | 'incident' | 'refused';
export const exitCodes: Record<Status, number> = { completed: 0, refused: 2, incident: 3, waiting: 4 };

export type RefusedLine = { line: number; input: Json; failure: string; detail: string };
export type RefusedModel = Problem & { line: number | null; sentence: string };

/** The one line that every run ends with. Every key is always there. */
export type Outcome = {
  status: Status;
  process: string | null;
  /** id of the end event at which the main process ended */ outcome: string | null;
  trace: TraceEntry[];
  variables: JsonObject;
  /** variables of each process instance, by process id */ processes: Record<string, JsonObject>;
  incidents: { incident: number; instance: number; element: string; name: string; failure: string; detail: string }[];
  waiting: JsonObject[];
  messages: Thrown['messages'];
  signals: Thrown['signals'];
  escalations: Thrown['escalations'];
  refused: RefusedLine[];
  problems: RefusedModel[];
  /** what stopped a run that might have gone on */ limit: 'timers' | 'tasks' | null;
};

export const emptyOutcome = (status: Status, process: string | null): Outcome => ({
  status,
  process,
  outcome: null,
  trace: [],
  variables: {},
  processes: {},
  incidents: [],
  waiting: [],
  messages: [],
  signals: [],
  escalations: [],
  refused: [],
  problems: [],
  limit: null,
});

export const refusedLine = (line: number, input: Json, { failure, detail }: Failure): RefusedLine => ({
  line,
  input,
  failure,
  detail: detail ?? failure,
});

/** Numbers of instances and incidents are numbers, as in the trace. */
const plain = (awaited: Awaited): JsonObject => ({
  ...awaited,
  ...('instance' in awaited ? { instance: Number(awaited.instance) } : {}),
  ...('incident' in awaited ? { incident: Number(awaited.incident) } : {}),
});

export const waitingNow = (graph: ProcessGraph, state: EngineState): JsonObject[] =>
  isEnded(state) ? [] : awaitedBy(graph, state).map(plain);

/** Variables by process; a second instance of one process has its number behind the id. */
const processesOf = (graph: ProcessGraph, state: EngineState): Record<string, JsonObject> => {
  const found: Record<string, JsonObject> = { [graph.processId]: state.variables };
  for (const [id, { element, process, locals }] of Object.entries(state.scopes)) {
    if (!process || id === rootScope) continue;
    found[Object.hasOwn(found, element) ? `${element}:${id}` : element] = locals;
  }
  return found;
};

/** The main process's variables, and those of the others whose names it does not have. */
export const variablesNow = (graph: ProcessGraph, state: EngineState): JsonObject =>
  Object.values(processesOf(graph, state)).reduceRight<JsonObject>((all, each) => ({ ...all, ...each }), {});

const statusOf = (state: EngineState): Status => {
  if (isEnded(state)) return 'completed';
  return Object.keys(state.incidents).length > 0 ? 'incident' : 'waiting';
};

export const outcomeOf = (
  graph: ProcessGraph,
  state: EngineState,
  { entries, thrown }: Trace,
  refused: RefusedLine[],
  limit: Outcome['limit'],
): Outcome => ({
  ...emptyOutcome(statusOf(state), graph.processId),
  outcome: state.outcome ?? null,
  trace: entries,
  variables: variablesNow(graph, state),
  processes: processesOf(graph, state),
  incidents: Object.entries(state.incidents).map(([incident, { instance, element, failure, detail }]) => ({
    incident: Number(incident),
    instance: Number(instance),
    element,
    name: graph.nodes[element]?.name ?? element,
    failure,
    detail,
  })),
  waiting: waitingNow(graph, state),
  ...thrown,
  refused,
  limit,
});
