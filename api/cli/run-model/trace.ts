import type { Instant, Json, JsonObject } from '../../../processes/language/ids.ts';
import type { Effect, InstanceId } from '../../../workflows/engine/contract.ts';
import type { GraphNode, ProcessGraph } from '../../../workflows/engine/graph.ts';

export type TraceState =
  'entered' | 'completed' | 'cancelled' | 'incident' | 'resolved' | 'claimed' | 'released' | 'assigned' | 'delegated';

/** One thing that happened to one element instance. */
export type TraceEntry = {
  /** the element's id, under the name that most tools look for and under the one that all our output uses */
  id: string;
  element: string;
  name: string;
  /** BPMN type in lower camel case */ kind: string;
  /** of an event: what triggers it or what it throws; `multiple` for several */ event?: string;
  state: TraceState;
  time: Instant;
  instance: number;
  /** of a claim, or of a task that is completed: the person; of an incident: the failure */ by?: string;
  failure?: string;
};

export type Thrown = {
  messages: { message: string; element: string; variables: JsonObject; key?: Json }[];
  signals: { signal: string; element: string; variables: JsonObject }[];
  escalations: { code: string; element: string; caught: boolean }[];
};

export type Trace = {
  entries: TraceEntry[];
  thrown: Thrown;
  add(effects: Effect[], at: Instant): void;
  /** what the runner itself knows: claims */
  note(state: TraceState, instance: InstanceId, element: string, at: Instant, by: string): void;
};

const kindOf = (node: GraphNode | undefined): string =>
  node?.kind === 'subProcess' && node.transaction ? 'transaction' : (node?.kind ?? 'process');

const eventOf = (node: GraphNode | undefined): string | undefined => {
  if (!node || !('events' in node)) return undefined;
  const [first, second] = node.events;
  if (second === undefined) return first?.kind;
  return 'parallel' in node && node.parallel ? 'parallelMultiple' : 'multiple';
};

const described = (
  node: GraphNode | undefined,
  element: string,
): Pick<TraceEntry, 'id' | 'element' | 'name' | 'kind' | 'event'> => {
  const event = eventOf(node);
  return {
    id: element,
    element,
    name: node?.name ?? element,
    kind: kindOf(node),
    ...(event === undefined ? {} : { event }),
  };
};

type Readers = { [Kind in Effect['kind']]?: (effect: Extract<Effect, { kind: Kind }>, at: Instant) => void };

/** Collects what steps did. An entry of a looped activity as a whole is left out: each round has its own. */
export const createTrace = ({ nodes }: ProcessGraph, tell: (entry: TraceEntry) => void): Trace => {
  const entries: TraceEntry[] = [];
  const thrown: Thrown = { messages: [], signals: [], escalations: [] };
  const incidents = new Map<InstanceId, { instance: InstanceId; element: string }>();
  const closedBy = new Map<InstanceId, string>();

  const write = (
    state: TraceState,
    instance: InstanceId,
    element: string,
    time: Instant,
    more: Pick<TraceEntry, 'by' | 'failure'> = {},
  ): void => {
    const entry = { ...described(nodes[element], element), state, time, instance: Number(instance), ...more };
    entries.push(entry);
    tell(entry);
  };

  const readers: Readers = {
    elementEntered({ instance, element, at, body }) {
      if (!body) write('entered', instance, element, at);
    },
    elementLeft({ instance, element, at, body, how }) {
      const by = closedBy.get(instance);
      if (!body) write(how, instance, element, at, by === undefined ? {} : { by });
    },
    taskClosed({ instance, by }) {
      if (by !== undefined) closedBy.set(instance, by);
    },
    incidentRaised({ incident, instance = '0', element, failure }, at) {
      incidents.set(incident, { instance, element });
      write('incident', instance, element, at, { failure });
    },
    incidentResolved({ incident }, at) {
      const { instance = '0', element = '' } = incidents.get(incident) ?? {};
      write('resolved', instance, element, at);
    },
    messageThrown({ message, element, variables, key }) {
      thrown.messages.push({ message, element, variables, ...(key === undefined ? {} : { key }) });
    },
    signalThrown({ signal, element, variables }) {
      thrown.signals.push({ signal, element, variables });
    },
    escalationThrown({ code, element, caught }) {
      thrown.escalations.push({ code, element, caught });
    },
  };
  const add = (effect: Effect, at: Instant): void => {
    const read = readers[effect.kind] as ((effect: Effect, at: Instant) => void) | undefined;
    read?.(effect, at);
  };
  return {
    entries,
    thrown,
    add: (effects, at) => effects.forEach((effect) => add(effect, at)),
    note: (state, instance, element, at, by) => write(state, instance, element, at, { by }),
  };
};
