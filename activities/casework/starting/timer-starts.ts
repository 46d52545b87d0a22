import { isLocalDate } from '../../../processes/language/local-date.ts';
import { startOfDay } from '../../../processes/language/zone.ts';
import type { ElementId, Instant } from '../../../processes/language/ids.ts';
import { evaluate } from '../../../workflows/engine/feel.ts';
import type { NodeOf, ProcessGraph, TimerSetting } from '../../../workflows/engine/graph.ts';
import { cycleOf, firstOf, isDuration, momentOf, roundAfter } from '../../../workflows/engine/time.ts';
import type { Rounds } from '../../../workflows/engine/time.ts';
import type { Definition } from '../directory.ts';

/** A version of a procedure, as far as it tells when cases begin by themselves. */
export type Version = Pick<Definition, 'hash' | 'graph' | 'deployedAt'>;
export type Due<Each> = { at: Instant; version: Each };

/** Start events of the main process with a timer; one that waits for several events together is none by its timer alone. */
export const timerStarts = ({ starts, nodes }: ProcessGraph): NodeOf<'startEvent'>[] =>
  starts.flatMap((id) => {
    const node = nodes[id];
    if (node?.kind !== 'startEvent' || (node.parallel && node.events.length > 1)) return [];
    return timersOf(node).length > 0 ? [node] : [];
  });

export const timersOf = ({ events }: NodeOf<'startEvent'>): TimerSetting[] =>
  events.flatMap((event) => (event.kind === 'timer' ? [event.timer] : []));

/** A case that begins on a day begins when the day does, not, as a term, when it ends. */
const beginning = (text: string): string => (isLocalDate(text) ? startOfDay(text) : text);

/**
 * The first round of a timer that is awaited from `since` on, which is when its version was deployed. An expression has no
 * variables to read, for there is no case yet. `undefined`: it tells no time, as a duration does not.
 */
export const roundsOf = ({ kind, value }: TimerSetting, since: Instant): Rounds | undefined => {
  const told = 'text' in value ? value.text : evaluate(value, () => undefined, since);
  const text = typeof told === 'object' && told.ok ? told.value : told;
  if (typeof text !== 'string' || kind === 'duration' || isDuration(text)) return undefined;
  if (kind === 'date') {
    const dueAt = momentOf(beginning(text), since);
    return dueAt === undefined ? undefined : { dueAt };
  }
  const cycle = cycleOf(text);
  return cycle && firstOf({ ...cycle, ...(cycle.from ? { from: beginning(cycle.from) } : {}) }, since);
};

const roundIn = ({ graph }: Version, element: ElementId, since: Instant, after: Instant): Instant | undefined => {
  const node = timerStarts(graph).find(({ id }) => id === element);
  const rounds = node ? timersOf(node).map((timer) => roundsOf(timer, since)) : [];
  return rounds
    .flatMap((first) => (first && roundAfter(first, after)?.dueAt) ?? [])
    .sort()
    .at(0);
};

/**
 * When a start event is due next after an instant, and by which version: each version's rounds count from its deployment
 * until the next is deployed, so that no round is lost and none is begun by two. `versions` in their order.
 */
export const dueAfter = <Each extends Version>(
  versions: Each[],
  element: ElementId,
  after: Instant,
): Due<Each> | undefined => {
  for (const [index, version] of versions.entries()) {
    const since = version.deployedAt;
    const until = versions[index + 1]?.deployedAt;
    if (until !== undefined && until <= after) continue;
    const at = roundIn(version, element, since, since > after ? since : after);
    if (at !== undefined && (until === undefined || at <= until)) return { at, version };
  }
  return undefined;
};

/** When the next case of a version begins by itself; `undefined`: cases of it never do. */
export const nextStart = (version: Version, now: Instant): { at?: Instant } | undefined => {
  const elements = timerStarts(version.graph);
  if (elements.length === 0) return undefined;
  const [at] = elements.flatMap(({ id }) => dueAfter([version], id, now)?.at ?? []).sort();
  return at === undefined ? {} : { at };
};
