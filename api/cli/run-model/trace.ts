import type { Instant, Json, JsonObject } from '../../../processes/language/ids.ts';
import type { Effect, InstanceId } from '../../../workflows/engine/contract.ts';
import type { GraphNode, ProcessGraph } from '../../../workflows/engine/graph.ts';

export type TraceState =
  'entered' | 'completed' | 'cancelled' | 'incident' | 'resolved' | 'claimed' | 'released' | 'assigned' | 'delegated';

/** One thing that happened to one element instance. */
export type TraceEntry = {
  element: string;
  name: string;
  /** BPMN type in lower camel case */ kind: string;
  /** of an event: what triggers it or what it throws; `multiple` for several */ event?: string;
  state: TraceState;
  time: Instant;
  instance: number;
  /** of a claim: the person; of an incident: the failure */ by?: string;
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

/** Collects what steps did. An entry of a looped activity as a whole is left out: each round has its own. */
export const createTrace = ({ nodes }: ProcessGraph, tell: (entry: TraceEntry) => void): Trace => {
  const entries: TraceEntry[] = [];
  const thrown: Thrown = { messages: [], signals: [], escalations: [] };
  const open = new Map<InstanceId, string>();
  const incidents = new Map<InstanceId, { instance: InstanceId; element: string }>();

  const write = (
    state: TraceState,
    instance: InstanceId,
    element: string,
    time: Instant,
    more: Pick<TraceEntry, 'by' | 'failure'> = {},
  ): void => {
    const node = nodes[element];
    const event = eventOf(node);
    const entry: TraceEntry = {
      element,
      name: node?.name ?? element,
      kind: kindOf(node),
      ...(event === undefined ? {} : { event }),
      state,
      time,
      instance: Number(instance),
      ...more,
    };
    entries.push(entry);
    tell(entry);
  };
  /** an incident names its element only; it lies on the instance that was reached last */
  const reachedLast = (element: string): InstanceId => [...open].findLast(([, each]) => each === element)?.[0] ?? '0';

  const add = (effect: Effect, at: Instant): void => {
    switch (effect.kind) {
      case 'elementEntered':
        open.set(effect.instance, effect.element);
        if (!effect.body) write('entered', effect.instance, effect.element, effect.at);
        break;
      case 'elementLeft':
        open.delete(effect.instance);
        if (!effect.body) write(effect.how, effect.instance, effect.element, effect.at);
        break;
      case 'incidentRaised': {
        const instance = reachedLast(effect.element);
        incidents.set(effect.incident, { instance, element: effect.element });
        write('incident', instance, effect.element, at, { failure: effect.failure });
        break;
      }
      case 'incidentResolved': {
        const { instance = '0', element = '' } = incidents.get(effect.incident) ?? {};
        write('resolved', instance, element, at);
        break;
      }
      case 'messageThrown': {
        const { message, element, variables, key } = effect;
        thrown.messages.push({ message, element, variables, ...(key === undefined ? {} : { key }) });
        break;
      }
      case 'signalThrown':
        thrown.signals.push({ signal: effect.signal, element: effect.element, variables: effect.variables });
        break;
      case 'escalationThrown':
        thrown.escalations.push({ code: effect.code, element: effect.element, caught: effect.caught });
        break;
      default:
    }
  };
  return {
    entries,
    thrown,
    add: (effects, at) => effects.forEach((effect) => add(effect, at)),
    note: (state, instance, element, at, by) => write(state, instance, element, at, { by }),
  };
};
