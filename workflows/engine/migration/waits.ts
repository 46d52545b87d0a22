import type { ElementId } from '../../../processes/language/ids.ts';
import type { InstanceId } from '../contract.ts';
import type { Lookup } from '../feel.ts';
import type { EventTrigger, GraphNode, ProcessGraph } from '../graph.ts';
import { changeInstance, nodeOf, type Run } from '../run.ts';
import { sameJson } from '../same-json.ts';
import { rootScope, type ElementInstance, type EngineState, type Scope, type Subscription } from '../state.ts';
import { lookupFrom, lookupIn } from '../variables.ts';
import { announceWait, placeOf, stopTimer, triggersOf, unsubscribe, waitFor } from '../waits.ts';
import type { Correspondence } from './correspondence.ts';

/** Whoever waits for events: those it watched in the old version, and those it watches in the new one. */
type Watch = {
  owner: InstanceId;
  old: GraphNode[];
  now: GraphNode[];
  lookup: Lookup;
  /** may begin to wait */ mayArm: boolean;
};
type Wait = { id: InstanceId; timer: boolean; element: ElementId; event: number };

const nodes = (graph: ProcessGraph, ids: ElementId[] = []): GraphNode[] => ids.map((id) => nodeOf(graph, id));

/** The events at which an element waits itself: its own, or those behind an event-based gateway. */
const ownEvents = (graph: ProcessGraph, node: GraphNode): GraphNode[] => {
  if (node.kind === 'intermediateCatchEvent' || node.kind === 'receiveTask') return [node];
  if (node.kind !== 'eventBasedGateway') return [];
  return node.outgoing.flatMap((flow) => nodes(graph, [graph.flows[flow]?.to ?? flow]));
};

const ofInstance = (c: Correspondence, run: Run, id: InstanceId, before: ElementInstance): Watch[] => {
  const old = nodeOf(c.from, before.element);
  const now = nodeOf(c.to, run.state.instances[id]?.element ?? before.element);
  const lookup = lookupIn(run, id);
  const waits = before.phase === 'active' && before.incident === undefined && !before.loop && !before.undoing;
  const own = { owner: id, old: ownEvents(c.from, old), now: ownEvents(c.to, now), lookup, mayArm: waits };
  const border = { owner: id, old: nodes(c.from, old.attached), now: nodes(c.to, now.attached), lookup, mayArm: true };
  const watched = isWatched(before, old);
  if (watched && now.attached) changeInstance(run, id, { armed: true });
  return [...(before.loop ? [] : [own]), ...(watched ? [border] : [])];
};

/** Whether the border of an activity is watched, or would be if it bore any event; one that is yet to be entered will be. */
const isWatched = ({ armed, phase, inner, beside }: ElementInstance, { attached }: GraphNode): boolean =>
  armed === true || (!attached && phase !== 'entering' && !inner && !beside);

const startsIn = (graph: ProcessGraph, container: ElementId): GraphNode[] =>
  nodes(graph, graph.containers[container]?.eventSubProcesses).flatMap((node) =>
    node.kind === 'eventSubProcess' ? nodes(graph, [node.start]) : [],
  );

/** Whether something else may begin in a scope: an interrupting event subprocess ends every other's chance. */
const isWatching = (c: Correspondence, state: EngineState, id: InstanceId, scope: Scope): boolean =>
  !scope.ended &&
  scope.begun !== false &&
  !Object.values(state.instances).some((each) => {
    const node = nodeOf(c.from, each.element);
    if (each.scope !== id) return false;
    if (node.kind === 'startEvent') return node.scope !== scope.element;
    const start = node.kind === 'eventSubProcess' ? nodeOf(c.from, node.start) : undefined;
    return start?.kind === 'startEvent' && start.interrupting !== false;
  });

const ofScope = (c: Correspondence, run: Run, id: InstanceId, scope: Scope): Watch[] => {
  if (scope.iteration !== undefined) return [];
  const now = startsIn(c.to, run.state.scopes[id]?.element ?? scope.element);
  const mayArm = isWatching(c, run.before, id, scope);
  return [{ owner: id, old: startsIn(c.from, scope.element), now, lookup: lookupFrom(run, id), mayArm }];
};

const beginnings = (graph: ProcessGraph, begun: boolean): GraphNode[] =>
  Object.values(graph.processes)
    .filter(({ id }) => id !== graph.processId || !begun)
    .flatMap(({ triggered }) => nodes(graph, triggered))
    .flatMap((node) => (node.kind === 'eventBasedGateway' ? ownEvents(graph, node) : [node]));

const watches = (c: Correspondence, run: Run): Watch[] => {
  const { before } = run;
  const begun = before.scopes[rootScope]?.begun !== false;
  return [
    ...Object.entries(before.instances).flatMap(([id, instance]) => ofInstance(c, run, id, instance)),
    ...Object.entries(before.scopes).flatMap(([id, scope]) => ofScope(c, run, id, scope)),
    {
      owner: '',
      old: beginnings(c.from, begun),
      now: beginnings(c.to, begun),
      lookup: lookupFrom(run, rootScope),
      mayArm: true,
    },
  ];
};

const waitsOf = ({ timers, subscriptions }: EngineState, { owner, old }: Watch): Wait[] => {
  const theirs = (
    all: Record<InstanceId, { instance: InstanceId; element: ElementId; event?: number }>,
    timer: boolean,
  ) =>
    Object.entries(all)
      .filter(([, { instance, element }]) => instance === owner && old.some(({ id }) => id === element))
      .map(([id, { element, event = 0 }]): Wait => ({ id, timer, element, event }));
  return [...theirs(timers, true), ...theirs(subscriptions, false)];
};

const isWaitedFor = ({ kind }: EventTrigger): boolean =>
  kind === 'timer' || kind === 'message' || kind === 'signal' || kind === 'conditional';

/** The same event: a timer of the same kind keeps its due time, a message is the same by its name and what it is about. */
const goesOn = (old: EventTrigger, now: EventTrigger | undefined): boolean => {
  if (old.kind === 'timer') return now?.kind === 'timer' && now.timer.kind === old.timer.kind;
  if (old.kind === 'conditional') return now?.kind === 'conditional';
  return now !== undefined && sameJson(old, now);
};

const stop = (run: Run, { id, timer }: Wait): void => (timer ? stopTimer(run, id) : unsubscribe(run, id));

const rename = (run: Run, { id, timer }: Wait, element: ElementId): void => {
  const [armed, awaited] = [run.state.timers[id], run.state.subscriptions[id]];
  if (timer && armed) run.state.timers[id] = { ...armed, element };
  if (timer || !awaited || awaited.element === element) return;
  const renamed: Subscription = { ...awaited, element };
  unsubscribe(run, id);
  run.state.subscriptions[id] = renamed;
  announceWait(run, id, renamed);
};

/** Keeps, begins and ends the waits of one watcher for one element; tells which of the old ones it has dealt with. */
const rewatchElement = (c: Correspondence, run: Run, watch: Watch, now: GraphNode, waits: Wait[]): Wait[] => {
  const old = watch.old.find(({ id }) => c.idOf(id) === now.id);
  const [known, triggers] = [old ? triggersOf(old) : [], triggersOf(now)];
  const kept: Wait[] = [];
  for (const [event, trigger] of triggers.entries()) {
    const before = known[event];
    const waiting = waits.filter((wait) => wait.element === old?.id && wait.event === event);
    if (before && goesOn(before, trigger)) {
      if (before.kind === 'conditional' && !sameJson(before, trigger)) run.unsettled = true;
      waiting.forEach((wait) => rename(run, wait, now.id));
      kept.push(...waiting);
    }
    const isNew = !before || !isWaitedFor(before) || (waiting.length > 0 && !goesOn(before, trigger));
    if (!isNew || !watch.mayArm) continue;
    const begin = waitFor(run, placeOf(watch.owner, now.id, event), trigger, watch.lookup);
    if (begin.ok) begin.value();
    else c.note(now.id, 'migration.expressionFailed', { detail: begin.detail ?? '' });
  }
  return kept;
};

/**
 * Whatever waits for events waits for those of the new version: the same go on, those that are new begin, those that are
 * gone end. What has happened already does not happen again.
 */
export const rewatch = (c: Correspondence, run: Run): void => {
  for (const watch of watches(c, run)) {
    const waits = waitsOf(run.before, watch);
    const kept = watch.now.flatMap((now) => rewatchElement(c, run, watch, now, waits));
    for (const wait of waits) if (!kept.includes(wait)) stop(run, wait);
  }
};
