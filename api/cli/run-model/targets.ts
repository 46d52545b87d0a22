import { fail, ok } from '../../../processes/language/failure.ts';
import type { Result } from '../../../processes/language/failure.ts';
import type { Json } from '../../../processes/language/ids.ts';
import type { InstanceId, OpenTask } from '../../../workflows/engine/contract.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import type { EngineState } from '../../../workflows/engine/state.ts';
import { openTasks, pendingActivities } from '../../../workflows/engine/waiting.ts';

/** An element instance that a line may mean. */
export type Target = { instance: InstanceId; element: string; name: string };
export type Work = Target & { kind: 'task' | 'handler' };

/** What a line says, as text. */
export const saidBy = (about: Json | undefined): string => {
  if (about === undefined || about === null) return '';
  return typeof about === 'string' ? about : JSON.stringify(about);
};

/** The number of an instance, the id of its element, or its name; the first of several, in order of activation. */
export const meant = <Kind extends Target>(
  all: Kind[],
  about: Json,
  /** what comes first among those that fit; the smallest wins */ rank: (one: Kind) => number = () => 0,
): Kind | undefined => {
  const text = saidBy(about);
  const fitting = [
    all.filter(({ instance }) => instance === text),
    all.filter(({ element }) => element === text),
    all.filter(({ name }) => name.trim() === text.trim()),
  ].find(({ length }) => length > 0);
  return fitting?.toSorted((a, b) => rank(a) - rank(b))[0];
};

/** What waits for a line that completes it: user tasks, and work that has a handler outside. */
export const openWork = (graph: ProcessGraph, state: EngineState): Work[] =>
  [
    ...openTasks(graph, state).map((task: OpenTask): Work => ({ ...task, kind: 'task' })),
    ...pendingActivities(graph, state).map((call): Work => ({ ...call, kind: 'handler' })),
  ].sort((a, b) => Number(a.instance) - Number(b.instance));

/** Every token that stands in an element, in order of arrival. */
export const tokens = (graph: ProcessGraph, state: EngineState): Target[] =>
  Object.entries(state.instances)
    .filter(([, { beside, inner }]) => !beside && !inner)
    .map(([instance, { element }]) => ({ instance, element, name: graph.nodes[element]?.name ?? element }));

/** The element of that id, or of that name where just one bears it. */
export const elementMeant = (graph: ProcessGraph, about: Json): Result<string> => {
  const text = saidBy(about);
  if (graph.nodes[text]) return ok(text);
  const found = Object.values(graph.nodes).filter(({ name }) => name.trim() === text.trim());
  const [only] = found;
  if (only && found.length === 1) return ok(only.id);
  return fail('unknownReference', { detail: `No element has the id ${text}, nor only one that name` });
};

/** An incident by its number, or by the element or instance that it stopped. */
export const incidentMeant = (graph: ProcessGraph, state: EngineState, about: Json): InstanceId | undefined => {
  const text = saidBy(about);
  if (state.incidents[text]) return text;
  const all = Object.entries(state.incidents).map(([incident, { instance, element }]) => ({
    incident,
    instance,
    element,
    name: graph.nodes[element]?.name ?? element,
  }));
  return (text === '' || text === 'true' ? all[0] : meant(all, about))?.incident;
};
