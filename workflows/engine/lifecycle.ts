import { ok, type Result } from '../../processes/language/failure.ts';
import type { ElementId, Json, JsonObject } from '../../processes/language/ids.ts';
import { clearScope, disarm, leave } from './cancel.ts';
import type { InstanceId } from './contract.ts';
import { dataFrom, dataInto } from './data.ts';
import { activityEnded } from './elements/ad-hoc-sub-process.ts';
import { behaviourOf } from './elements/behaviour.ts';
import type { Outcome, Signal } from './elements/element.ts';
import type { FlowId, GraphNode } from './graph.ts';
import { raiseIncident } from './incidents.ts';
import { addArrived, arrivedAt, setArrived } from './joins.ts';
import { beginLoop, collectOutput, iterationEnded } from './loops.ts';
import { outgoingFlows } from './outgoing.ts';
import {
  type Arrival,
  type Run,
  changeInstance,
  changeScope,
  instanceOf,
  nextId,
  nodeOf,
  ownerOf,
  send,
} from './run.ts';
import { closeWhenEmpty } from './scopes.ts';
import { throwError } from './throwing.ts';
import { leaveTransaction } from './transactions.ts';
import { finishUndoing, remember, undoNext } from './undo.ts';
import { assign, lookupIn, mapped, visibleIn } from './variables.ts';
import { awaitEvents } from './waits.ts';

/**
 * More elements than a model enters between two waits: five for each of the most iterations that a loop has. What never waits
 * stops here as an incident, long before Temporal takes its workflow for dead.
 */
const mostEntered = 10_000;

/** BPMN 2.0.2, 13.3.2: an activity starts when as many tokens as its start quantity have come. */
const hasEnough = (run: Run, node: GraphNode, { scope, flow }: Arrival): boolean => {
  const needed = node.startQuantity ?? 1;
  if (needed < 2 || flow === undefined) return true;
  let left = Object.values(addArrived(run, scope, node.id, flow)).reduce((sum, count) => sum + count, 0);
  if (left < needed) return false;
  left = needed;
  const rest = Object.entries(arrivedAt(run, scope, node.id)).map(([id, count]) => {
    const taken = Math.min(left, count);
    left -= taken;
    return [id, count - taken];
  });
  setArrived(run, scope, node.id, Object.fromEntries(rest) as Record<FlowId, number>);
  return true;
};

/** A token arrives: the element is entered unless it gathers more tokens first. */
export const arrive = (run: Run, arrival: Arrival): void => {
  const node = nodeOf(run.graph, arrival.to);
  const gathers = !arrival.event && !arrival.inner && arrival.undoneFor === undefined;
  if (gathers && !(hasEnough(run, node, arrival) && behaviourOf(run, node).gather(arrival.scope, arrival.flow))) return;
  begin(run, node, arrival);
};

/** An element instance comes into being. */
export const begin = (run: Run, node: GraphNode, { scope, event, undoneFor, inner }: Omit<Arrival, 'to'>): void => {
  const id = nextId(run);
  const loops = node.loop !== undefined && !inner;
  run.state.instances[id] = {
    element: node.id,
    scope,
    phase: 'entering',
    enteredAt: run.now,
    ...(undoneFor === undefined ? {} : { undoneFor }),
    ...(inner ? { inner } : {}),
    ...(loops ? { loop: { started: 0, completed: 0 } } : {}),
  };
  const body = loops ? { body: true as const } : {};
  run.effects.push({ kind: 'elementEntered', instance: id, element: node.id, at: run.now, ...body });
  if (node.stage !== undefined && !inner) run.effects.push({ kind: 'stageReached', stage: node.stage });
  run.entered += 1;
  if (run.entered > mostEntered) {
    const detail = `More than ${mostEntered} elements were entered without one that waits`;
    raiseIncident(run, id, { failure: 'expressionFailed', detail });
  } else if (event) {
    changeInstance(run, id, { phase: 'active' });
    resume(run, id, { kind: 'event', element: node.id, data: event });
  } else enter(run, id);
};

/** Enters an element, or does so again after an incident. */
export const enter = (run: Run, id: InstanceId): void => {
  const { element, loop } = instanceOf(run, id);
  const node = nodeOf(run.graph, element);
  const prepared = prepare(run, id, node);
  if (!prepared.ok) raiseIncident(run, id, prepared);
  else settle(run, id, loop ? beginLoop(run, id, node) : behaviourOf(run, node).enter(id));
};

const prepare = (run: Run, id: InstanceId, node: GraphNode): Result<undefined> => {
  const { loop, inner } = instanceOf(run, id);
  if (!loop) {
    const given = inputsOf(run, id, node);
    if (!given.ok) return given;
    if (given.value) changeInstance(run, id, { locals: given.value });
  }
  const watched = inner ? ok(undefined) : watchBoundaries(run, id, node);
  if (watched.ok) changeInstance(run, id, { phase: 'active' });
  return watched;
};

/** The item of the iteration that runs in a scope, by its name. */
const itemIn = (run: Run, scope: InstanceId, { loop }: GraphNode): JsonObject => {
  const name = loop?.kind === 'multi' ? loop.item : undefined;
  const value = name === undefined ? undefined : run.state.scopes[scope]?.locals?.[name];
  return name === undefined || value === undefined ? {} : { [name]: value };
};

/** What an element reads under names of its own: its input mapping, and beside it its data inputs, of which one may be an item. */
const inputsOf = (run: Run, id: InstanceId, node: GraphNode): Result<JsonObject | undefined> => {
  const mappedIn = node.inputs ? mapped(run, id, node.inputs) : ok(undefined);
  if (!mappedIn.ok || !node.dataInputs) return mappedIn;
  const data = dataInto(run, id, node.dataInputs);
  return data.ok ? ok({ ...itemIn(run, instanceOf(run, id).scope, node), ...data.value, ...mappedIn.value }) : data;
};

/** Starts watching the boundary events of an activity; nothing is started unless every one can be read. */
const watchBoundaries = (run: Run, id: InstanceId, host: GraphNode): Result<undefined> => {
  if (instanceOf(run, id).armed || !host.attached) return ok(undefined);
  const starts: (() => void)[] = [];
  for (const attached of host.attached) {
    const begin = awaitEvents(run, id, nodeOf(run.graph, attached), lookupIn(run, id));
    if (!begin.ok) return begin;
    starts.push(begin.value);
  }
  starts.forEach((begin) => begin());
  changeInstance(run, id, { armed: true });
  return ok(undefined);
};

export const resume = (run: Run, id: InstanceId, signal: Signal): void => {
  const { element, loop, beside } = instanceOf(run, id);
  const node = nodeOf(run.graph, element);
  if (beside) finishUndoing(run, id);
  else settle(run, id, loop ? iterationEnded(run, id, node) : behaviourOf(run, node).resume(id, signal));
};

const settle = (run: Run, id: InstanceId, outcome: Outcome): void => {
  if (!run.state.instances[id]) return; // what it did has ended it
  switch (outcome.next) {
    case 'wait':
      return;
    case 'complete':
      return completeInstance(run, id, outcome.data ?? {}, outcome.value);
    case 'take':
      return moveOn(run, id, outcome.flows, outcome.event);
    case 'emit':
      return emitFrom(run, id);
    case 'throw':
      return throwError(run, id, outcome.code);
    case 'terminate':
      clearScope(run, instanceOf(run, id).scope, id);
      return moveOn(run, id, []);
    case 'cancelTransaction':
      return leaveTransaction(run, id);
    case 'fail':
      return raiseIncident(run, id, outcome);
  }
};

const emitFrom = (run: Run, id: InstanceId): void => {
  const { element, scope } = instanceOf(run, id);
  const node = nodeOf(run.graph, element);
  emit(run, node, scope, node.outgoing);
};

/** Maps the result into the variables and takes the outgoing flows: both or, with an incident that keeps the result, neither. */
export const completeInstance = (run: Run, id: InstanceId, data: JsonObject, value?: Json): void => {
  const { element, inner, undoneFor } = instanceOf(run, id);
  const node = nodeOf(run.graph, element);
  const { variables } = run.state;
  const scopes = { ...run.state.scopes };
  const made = keepResult(run, id, node, data, value);
  const done = inner || undoneFor !== undefined;
  const flows = made.ok && !done ? outgoingFlows(run, id, node) : made.ok ? ok([]) : made;
  if (flows.ok) return moveOn(run, id, flows.value);
  Object.assign(run.state, { variables, scopes });
  changeInstance(run, id, { phase: 'leaving', result: data });
  disarm(run, id);
  raiseIncident(run, id, flows);
};

const keepResult = (run: Run, id: InstanceId, node: GraphNode, data: JsonObject, value?: Json): Result<undefined> => {
  const { scope, loop, inner } = instanceOf(run, id);
  if (loop) return ok(undefined); // its iterations kept theirs
  const made = node.outputs
    ? mapped(run, id, node.outputs, { given: data, base: visibleIn(run.state, scope) })
    : ok(data);
  if (!made.ok) return made;
  const sent = node.dataOutputs ? dataFrom(run, id, node.dataOutputs, made.value, value) : made;
  if (!sent.ok) return sent;
  for (const [name, each] of Object.entries(sent.value)) assign(run, scope, name, each);
  return inner ? collectOutput(run, id, node, data) : ok(undefined);
};

/** Sends tokens on, as many on each flow as the completion quantity says (BPMN 2.0.2, 10.3). */
const emit = (run: Run, node: GraphNode, scope: InstanceId, flows: FlowId[], event?: JsonObject): void => {
  for (const flow of flows) {
    const target = run.graph.flows[flow];
    if (!target) throw new Error(`Expected the graph to have flow ${flow} but it has not`);
    for (let token = 0; token < (node.completionQuantity ?? 1); token += 1) {
      run.effects.push({ kind: 'flowTaken', flow });
      send(run, { to: target.to, scope, flow, ...(event ? { event } : {}) });
    }
  }
};

/** The end event at which an event subprocess ended: it ends what is around it, too, when nothing else is left. */
const endIn = (run: Run, id: InstanceId, { kind }: GraphNode): ElementId | undefined => {
  const last = kind === 'eventSubProcess' ? run.state.scopes[id]?.lastEnd : undefined;
  return last !== undefined && nodeOf(run.graph, last).kind === 'endEvent' ? last : undefined;
};

/** An element is done: whoever waits for that is told, and the tokens that come out of it go on. */
const moveOn = (run: Run, id: InstanceId, flows: FlowId[], event?: JsonObject): void => {
  const { element, scope, inner, undoneFor } = instanceOf(run, id);
  const node = nodeOf(run.graph, element);
  const last = endIn(run, id, node) ?? element;
  remember(run, id, node);
  leave(run, id, 'completed');
  if (undoneFor !== undefined) return undoNext(run, undoneFor);
  if (inner) return endIteration(run, scope);
  emit(run, node, scope, flows, event);
  if (flows.length === 0) changeScope(run, scope, { lastEnd: last });
  closeWhenEmpty(run, scope);
  endInAdHoc(run, scope);
};

const endIteration = (run: Run, scope: InstanceId): void => {
  const owner = ownerOf(run.state, scope);
  delete run.state.scopes[scope];
  if (owner !== undefined) run.resumptions.push({ instance: owner, signal: { kind: 'scopeEmptied', scope } });
};

const endInAdHoc = (run: Run, scope: InstanceId): void => {
  const node = run.graph.nodes[run.state.scopes[scope]?.element ?? ''];
  if (node?.kind === 'adHocSubProcess' && run.state.instances[scope])
    settle(run, scope, activityEnded(run, node, scope));
};
