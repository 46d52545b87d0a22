import { ok, type Result } from '../../processes/language/failure.ts';
import type { ElementId, JsonObject } from '../../processes/language/ids.ts';
import { markEnded } from './cancel.ts';
import type { InstanceId } from './contract.ts';
import type { NodeOf } from './graph.ts';
import { raiseIncident } from './incidents.ts';
import { nextId, nodeOf, send, type Run } from './run.ts';
import { rootScope, type Scope } from './state.ts';
import { awaitEvents, withdraw } from './waits.ts';
import { lookupFrom, setIn } from './variables.ts';

const emptyScope = { locals: {}, arrived: {} };

/** The start event of an event subprocess. */
export const startOf = (run: Run, eventSubProcess: ElementId): NodeOf<'startEvent'> => {
  const node = nodeOf(run.graph, eventSubProcess);
  const start = node.kind === 'eventSubProcess' ? nodeOf(run.graph, node.start) : node;
  if (start.kind !== 'startEvent') throw new Error(`Expected ${eventSubProcess} to begin at an event`);
  return start;
};

/** Lets the event subprocesses of a scope begin when their event happens. Begins none when one cannot be read. */
export const arm = (run: Run, scope: InstanceId, container: ElementId): Result<undefined> => {
  const begins: (() => void)[] = [];
  for (const id of run.graph.containers[container]?.eventSubProcesses ?? []) {
    const begin = awaitEvents(run, scope, startOf(run, id), lookupFrom(run, scope));
    if (!begin.ok) return begin;
    begins.push(begin.value);
  }
  begins.forEach((begin) => begin());
  return ok(undefined);
};

/** Data objects and properties of a container are variables of its scope, empty until something fills them. */
export const declare = (run: Run, scope: InstanceId, container: ElementId): void => {
  const known = scope === rootScope ? run.state.variables : run.state.scopes[scope]?.locals;
  const names = run.graph.containers[container]?.declares ?? [];
  const absent = names.filter((name) => !Object.hasOwn(known ?? {}, name));
  if (absent.length > 0) setIn(run, scope, Object.fromEntries(absent.map((name) => [name, null])));
};

/** Opens a scope for a container and watches for its event subprocesses; nothing is left of it when that fails. */
export const openScope = (
  run: Run,
  id: InstanceId,
  scope: Partial<Scope> & { element: ElementId },
): Result<undefined> => {
  const { element } = scope;
  if (id !== rootScope) run.state.scopes[id] = { ...emptyScope, ...scope };
  declare(run, id, element);
  const armed = arm(run, id, element);
  if (!armed.ok && id !== rootScope) delete run.state.scopes[id];
  return armed;
};

/** Puts a token before everything at which a container begins without an event. */
export const begin = (run: Run, scope: InstanceId, container: ElementId): void => {
  for (const to of run.graph.containers[container]?.starts ?? []) send(run, { to, scope });
};

export type Beginning = { at?: ElementId; event?: JsonObject; variables: JsonObject };

/** The gateway by whose event a process began was passed in that very moment. */
const passGateway = (run: Run, { id: element, outgoing }: NodeOf<'eventBasedGateway'>, to: ElementId): void => {
  const instance = nextId(run);
  const flow = outgoing.find((each) => run.graph.flows[each]?.to === to);
  run.effects.push({ kind: 'elementEntered', instance, element, at: run.now });
  run.effects.push({ kind: 'elementLeft', instance, element, at: run.now, how: 'completed' });
  if (flow !== undefined) run.effects.push({ kind: 'flowTaken', flow });
};

/** Tokens of a new process instance; an instantiating parallel gateway lets its other events be awaited. */
const enterProcess = (run: Run, scope: InstanceId, process: ElementId, { at, event }: Beginning): void => {
  if (at === undefined) return begin(run, scope, process);
  const gateway = nodeOf(run.graph, at)
    .incoming.map((flow) => nodeOf(run.graph, run.graph.flows[flow]?.from ?? at))
    .find((node): node is NodeOf<'eventBasedGateway'> => node.kind === 'eventBasedGateway');
  if (gateway) passGateway(run, gateway, at);
  const all = gateway?.instantiate === 'parallel' ? gateway.outgoing : [];
  send(run, { to: at, scope, ...(event ? { event } : {}) });
  for (const flow of all) {
    const to = run.graph.flows[flow]?.to;
    if (to !== undefined && to !== at) send(run, { to, scope, flow });
  }
};

/**
 * Begins an instance of a process: the main one in the root scope, another in a scope with variables of its own, which are
 * at first those that the case began with.
 */
export const startProcess = (run: Run, process: ElementId, beginning: Beginning): void => {
  const main = process === run.graph.processId && run.state.scopes[rootScope]?.begun === false;
  const scope = main ? rootScope : nextId(run);
  if (main) {
    const before: Scope = run.state.scopes[rootScope] ?? { ...emptyScope, element: process };
    const { begun: _, ...record } = before;
    run.state.scopes[rootScope] = record;
    run.state.variables = { ...run.state.variables, ...beginning.variables };
  }
  const locals = main ? {} : { ...run.state.scopes[rootScope]?.given, ...beginning.variables };
  const opened = openScope(run, scope, { element: process, process: true, locals });
  if (opened.ok) return enterProcess(run, scope, process, beginning);
  // nothing stands for a process as an instance, so that the incident lies on the start event that cannot be watched
  const [first] = run.graph.containers[process]?.eventSubProcesses ?? [];
  run.state.scopes[scope] ??= { ...emptyScope, element: process, process: true, locals };
  const id = nextId(run);
  const element = first === undefined ? process : startOf(run, first).id;
  run.state.instances[id] = { element, scope, phase: 'entering', enteredAt: run.now };
  raiseIncident(run, id, opened);
};

/** Waits for the events by which a process begins. */
export const awaitStart = (run: Run, process: ElementId): void => {
  for (const id of run.graph.processes[process]?.triggered ?? []) {
    const node = nodeOf(run.graph, id);
    const events =
      node.kind === 'eventBasedGateway' ? node.outgoing.map((flow) => run.graph.flows[flow]?.to ?? '') : [id];
    for (const event of events) {
      const waiting = awaitEvents(run, '', nodeOf(run.graph, event), lookupFrom(run, rootScope));
      if (waiting.ok) waiting.value();
    }
  }
};

/** BPMN 2.0.2, 13.3.4 and 13.5.6: a scope ends when no token is left in it, on its flows or in front of its joins. */
export const closeWhenEmpty = (run: Run, scope: InstanceId): void => {
  const record = run.state.scopes[scope];
  if (!record || record.iteration !== undefined || record.ended) return;
  const waiting = Object.values(record.arrived).flatMap((flows) => Object.values(flows));
  const busy =
    [...run.queue, ...run.later].some((arrival) => arrival.scope === scope) ||
    waiting.some((count) => count > 0) ||
    Object.values(run.state.instances).some((instance) => instance.scope === scope);
  if (busy) return;
  const owner = record.owner ?? (record.parent === undefined ? undefined : scope);
  if (owner !== undefined) run.resumptions.push({ instance: owner, signal: { kind: 'scopeEmptied', scope } });
  else endProcess(run, scope);
};

/** A process of the case has ended; the case ends with the last of them. */
const endProcess = (run: Run, scope: InstanceId): void => {
  if (scope === rootScope) markEnded(run, scope);
  else {
    const { locals, element } = run.state.scopes[scope] ?? { locals: {}, element: '' };
    markEnded(run, scope);
    run.state.scopes[scope] = { ...emptyScope, element, process: true, locals, ended: true };
  }
  const goesOn = Object.entries(run.state.scopes).some(
    ([id, { owner, parent, ended }]) => owner === undefined && parent === undefined && !ended && hasBegun(run, id),
  );
  if (goesOn) return;
  run.state.status = 'ended';
  withdraw(run, ''); // no process of the case begins any more
  const lastEnd = run.state.scopes[rootScope]?.lastEnd;
  if (lastEnd !== undefined) run.state.outcome = lastEnd;
};

const hasBegun = (run: Run, scope: InstanceId): boolean => run.state.scopes[scope]?.begun !== false;
