import type { ElementId } from '../../../processes/language/ids.ts';
import type { Input, InstanceId } from '../contract.ts';
import type { FlowId, GraphNode } from '../graph.ts';
import { nodeOf, type Arrival } from '../run.ts';
import type { ElementInstance, EngineState, Scope, Undoable } from '../state.ts';
import { sameEvents, flowInto, type Correspondence } from './correspondence.ts';

type Seen = Record<ElementId, number[]>;
type Waiting = Record<FlowId, number>;

const carrySeen = (c: Correspondence, seen: Seen): Seen => {
  const entries = Object.entries(seen).map(([id, happened]): [ElementId, number[]] => {
    const now = happened.length > 0 ? c.node(id) : undefined;
    if (now && !sameEvents(nodeOf(c.from, id), now)) c.note(id, 'migration.eventsDiffer', { to: now.id });
    return [now?.id ?? c.idOf(id), happened];
  });
  return Object.fromEntries(entries);
};

/** What the new version undoes no longer is left out; what it has no element for is a problem. */
const carryUndoable = (c: Correspondence, record: Undoable): Undoable[] => {
  const now = c.node(record.element);
  const container = record.container === undefined ? undefined : c.container(record.container);
  const inner = record.inner?.flatMap((each) => carryUndoable(c, each));
  if (!now || (now.undo === undefined && container === undefined)) return [];
  return [
    {
      ...record,
      element: now.id,
      ...(container === undefined ? {} : { container }),
      ...(inner ? { inner } : {}),
    },
  ];
};

const joinsAlike = (c: Correspondence, old: GraphNode, now: GraphNode): boolean => {
  const known = old.incoming.map((id) => flowInto(c.from, c.to, id, { join: now.id, idOf: c.idOf }));
  return (
    known.length === now.incoming.length &&
    now.incoming.every((id) => known.includes(id)) &&
    (old.startQuantity ?? 1) === (now.startQuantity ?? 1)
  );
};

const carryWaiting = (c: Correspondence, flows: Waiting, join: ElementId): Waiting =>
  Object.fromEntries(
    Object.entries(flows).flatMap(([flow, count]): [FlowId, number][] => {
      const now = count > 0 ? c.flow(flow, join) : flowInto(c.from, c.to, flow, { join, idOf: c.idOf });
      return now === undefined ? [] : [[now, count]];
    }),
  );

/** Tokens before joins. Where a join has other flows now, its tokens arrive once more: it may have all it needs. */
const carryArrived = (
  c: Correspondence,
  scope: InstanceId,
  arrived: Scope['arrived'],
): { arrived: Scope['arrived']; again: Arrival[] } => {
  const kept: Scope['arrived'] = {};
  const again: Arrival[] = [];
  for (const [id, flows] of Object.entries(arrived)) {
    const held = Object.values(flows).some((count) => count > 0);
    const now = held ? c.node(id) : c.to.nodes[c.idOf(id)];
    if (!now) continue;
    const waiting = carryWaiting(c, flows, now.id);
    if (!held || joinsAlike(c, nodeOf(c.from, id), now)) kept[now.id] = waiting;
    else
      for (const [flow, count] of Object.entries(waiting))
        for (let token = 0; token < count; token += 1) again.push({ to: now.id, scope, flow });
  }
  return { arrived: kept, again };
};

/** Flows of which a complex gateway has taken its tokens; those that are gone need not be waited for. */
const carryResetting = (
  c: Correspondence,
  resetting: NonNullable<Scope['resetting']>,
): NonNullable<Scope['resetting']> =>
  Object.fromEntries(
    Object.entries(resetting).map(([id, flows]): [ElementId, FlowId[]] => {
      const join = c.node(id)?.id ?? id;
      return [join, flows.flatMap((flow) => flowInto(c.from, c.to, flow, { join, idOf: c.idOf }) ?? [])];
    }),
  );

const carryScope = (c: Correspondence, id: InstanceId, scope: Scope): { scope: Scope; again: Arrival[] } => {
  const { element, done, seen, resetting } = scope;
  const now = scope.iteration === undefined ? c.container(element) : c.node(element)?.id;
  const { arrived, again } = carryArrived(c, id, scope.arrived);
  const carried: Scope = {
    ...scope,
    element: now ?? element,
    arrived,
    ...(resetting ? { resetting: carryResetting(c, resetting) } : {}),
    ...(seen ? { seen: carrySeen(c, seen) } : {}),
    ...(done ? { done: done.flatMap((each) => carryUndoable(c, each)) } : {}),
    ...(scope.lastEnd === undefined ? {} : { lastEnd: c.idOf(scope.lastEnd) }),
  };
  return { scope: carried, again };
};

const carryInstance = (c: Correspondence, instance: ElementInstance): ElementInstance => {
  const { element, seen, undoing, offers } = instance;
  const now = c.node(element);
  return {
    ...instance,
    element: now?.id ?? element,
    ...(seen ? { seen: carrySeen(c, seen) } : {}),
    ...(undoing ? { undoing: { ...undoing, pending: undoing.pending.flatMap((each) => carryUndoable(c, each)) } } : {}),
    // what was not yet offered need not be: an activity that is gone is offered no more
    ...(offers ? { offers: offers.map(c.idOf).filter((id) => c.to.nodes[id]) } : {}),
  };
};

const mapValues = <Value, Made>(all: Record<string, Value>, make: (value: Value, id: string) => Made) =>
  Object.fromEntries(Object.entries(all).map(([id, value]) => [id, make(value, id)]));

/** An element drawn into another subprocess would run among variables that are not its own. */
const notePlaces = (c: Correspondence, before: EngineState, after: EngineState): void => {
  const home = (state: EngineState, id: InstanceId): Scope | undefined => {
    const scope = state.scopes[id];
    return scope?.iteration !== undefined && scope.parent !== undefined ? home(state, scope.parent) : scope;
  };
  for (const [id, { element, scope }] of Object.entries(before.instances)) {
    const now = c.to.nodes[after.instances[id]?.element ?? ''];
    const within = nodeOf(c.from, element).scope === home(before, scope)?.element;
    if (now && within && now.scope !== home(after, scope)?.element)
      c.note(element, 'migration.elsewhere', { to: now.id });
  }
};

/** Inputs and messages that are kept for later can still be understood later. */
const noteKept = (c: Correspondence, { early = [], suspended }: EngineState): void => {
  const names = (input: Input): string[] => (input.kind === 'messageArrived' ? [input.name] : []);
  for (const name of [...early.map((message) => message.name), ...(suspended?.kept ?? []).flatMap(names)])
    if (!c.to.messages.includes(name)) c.note(name, 'migration.messageMissing');
};

/** The tokens, scopes and incidents of a case under the ids of the other version; what waits comes after. */
export const carryTokens = (c: Correspondence, before: EngineState): { state: EngineState; again: Arrival[] } => {
  const scopes = mapValues(before.scopes, (scope, id) => carryScope(c, id, scope));
  const state: EngineState = {
    ...before,
    scopes: mapValues(scopes, ({ scope }) => scope),
    instances: mapValues(before.instances, (instance) => carryInstance(c, instance)),
    incidents: mapValues(before.incidents, (incident) => ({ ...incident, element: c.idOf(incident.element) })),
  };
  notePlaces(c, before, state);
  noteKept(c, before);
  return { state, again: Object.values(scopes).flatMap(({ again }) => again) };
};
