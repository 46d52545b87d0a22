import type { Input } from '../../../workflows/engine/contract.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import { pendingActivities, pendingTimers } from '../../../workflows/engine/step.ts';
import type { EngineState } from '../../../workflows/engine/state.ts';
import { openTasks } from '../../../workflows/engine/waiting.ts';

/** Everything that may happen to the case, its operators included. */
export const inputsFor = (graph: ProcessGraph, state: EngineState, count: number): Input[] => [
  ...openTasks(graph, state).map(({ instance }): Input => ({ kind: 'taskCompleted', instance, by: 'p', data: {} })),
  ...pendingActivities(graph, state).flatMap(({ instance }): Input[] => [
    { kind: 'activityCompleted', instance, output: {} },
    { kind: 'activityErred', instance, code: 'A', message: '' },
    { kind: 'activityFailed', instance, detail: 'broken' },
  ]),
  ...pendingTimers(state).map(({ timer }): Input => ({ kind: 'timerFired', timer })),
  { kind: 'messageArrived', name: 'letter', messageId: `m${count}`, variables: {} },
  { kind: 'signalArrived', signal: 'bell', variables: {} },
  { kind: 'variablesCorrected', by: 'o', variables: { n: count % 5 } },
  ...Object.keys(state.incidents).map((incident): Input => ({ kind: 'incidentRetried', incident, by: 'o' })),
];

/** Every part of a state belongs to another that is there. */
export const loose = (state: EngineState): string[] => {
  const { instances, scopes, timers, subscriptions, incidents } = state;
  const known = (id: string): boolean => id === '' || instances[id] !== undefined || scopes[id] !== undefined;
  return [
    ...Object.entries(instances).flatMap(([id, { scope, incident, undoneFor }]) => [
      ...(scopes[scope] ? [] : [`instance ${id} without scope ${scope}`]),
      ...(incident === undefined || incidents[incident] ? [] : [`instance ${id} without incident ${incident}`]),
      ...(undoneFor === undefined || instances[undoneFor] ? [] : [`instance ${id} undoes for nobody`]),
    ]),
    ...Object.entries(scopes).flatMap(([id, { parent, owner, process, iteration }]) => [
      ...(parent === undefined || scopes[parent] ? [] : [`scope ${id} without parent ${parent}`]),
      ...(owner === undefined || instances[owner] ? [] : [`scope ${id} without owner ${owner}`]),
      ...(process || id === '0' || iteration !== undefined || instances[id] ? [] : [`scope ${id} without instance`]),
    ]),
    ...Object.entries({ ...timers, ...subscriptions }).flatMap(([id, { instance }]) =>
      known(instance) ? [] : [`wait ${id} of nobody`],
    ),
    ...Object.entries(incidents).flatMap(([id, { instance }]) =>
      instances[instance]?.incident === id ? [] : [`incident ${id} of nobody`],
    ),
  ];
};
