import type { ElementId, Instant, Json } from '../../processes/language/ids.ts';
import type { InstanceId } from './contract.ts';
import type { FlowId, ProcessGraph } from './graph.ts';
import { nodeOf } from './run.ts';
import type { EngineState } from './state.ts';
import { pendingTimers } from './state.ts';
import { openTasks, pendingActivities } from './waiting.ts';

/** Something that a case waits for. */
export type Awaited =
  | { for: 'userTask'; element: ElementId; name: string; instance: InstanceId }
  | { for: 'handler'; element: ElementId; name: string; instance: InstanceId; handler: string }
  | { for: 'timer'; element: ElementId; name: string; dueAt: Instant }
  | { for: 'message'; element: ElementId; name: string; message: string; key?: Json }
  | { for: 'signal'; element: ElementId; name: string; signal: string }
  | { for: 'condition'; element: ElementId; name: string }
  /** tokens stand before a join that needs more: on the flows named none has come */
  | { for: 'join'; element: ElementId; name: string; missing: FlowId[] }
  | { for: 'operator'; element: ElementId; name: string; incident: InstanceId };

const joins = (graph: ProcessGraph, state: EngineState): Awaited[] =>
  Object.values(state.scopes).flatMap(({ arrived }) =>
    Object.entries(arrived).flatMap(([element, flows]): Awaited[] => {
      if (!Object.values(flows).some((count) => count > 0)) return [];
      const { name, incoming } = nodeOf(graph, element);
      return [{ for: 'join', element, name, missing: incoming.filter((flow) => !flows[flow]) }];
    }),
  );

/** All that a case waits for now: people, handlers, time, messages, signals, conditions, other tokens, an operator. */
export const awaitedBy = (graph: ProcessGraph, state: EngineState): Awaited[] => {
  const nameOf = (element: ElementId): { element: ElementId; name: string } => ({
    element,
    name: nodeOf(graph, element).name,
  });
  const events = Object.values(state.subscriptions).map(({ element, message, key, signal }): Awaited => {
    if (message !== undefined)
      return { for: 'message', ...nameOf(element), message, ...(key === undefined ? {} : { key }) };
    return signal === undefined
      ? { for: 'condition', ...nameOf(element) }
      : { for: 'signal', ...nameOf(element), signal };
  });
  return [
    ...openTasks(graph, state).map(({ element, name, instance }): Awaited => ({
      for: 'userTask',
      element,
      name,
      instance,
    })),
    ...pendingActivities(graph, state).map(({ element, name, instance, handler }): Awaited => ({
      for: 'handler',
      element,
      name,
      instance,
      handler,
    })),
    ...pendingTimers(state).map(({ element, dueAt }): Awaited => ({ for: 'timer', ...nameOf(element), dueAt })),
    ...events,
    ...joins(graph, state),
    ...Object.entries(state.incidents).map(([incident, { element }]): Awaited => ({
      for: 'operator',
      ...nameOf(element),
      incident,
    })),
  ];
};

/** The elements of a model; processes too, so that every scope has a name. */
export const elementsOf = ({
  nodes,
  processes,
}: ProcessGraph): { element: ElementId; name: string; kind: string; scope: ElementId }[] => [
  ...Object.values(processes).map(({ id, name }) => ({ element: id, name, kind: 'process', scope: '' })),
  ...Object.values(nodes).map(({ id, name, kind, scope }) => ({ element: id, name, kind, scope })),
];
