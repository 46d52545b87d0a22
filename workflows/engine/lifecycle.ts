import { ok, type Result } from '../../processes/language/failure.ts';
import type { JsonObject } from '../../processes/language/ids.ts';
import { errorCatcher, triggerBoundary, watchBoundaries } from './boundary.ts';
import { clearScope, leave } from './cancel.ts';
import type { InstanceId } from './contract.ts';
import { behaviourOf } from './elements/behaviour.ts';
import type { Outcome, Signal } from './elements/element.ts';
import type { FlowId, GraphNode } from './graph.ts';
import { raiseIncident } from './incidents.ts';
import { outgoingFlows } from './outgoing.ts';
import { type Arrival, type Run, changeInstance, instanceOf, nextId, nodeOf } from './run.ts';
import { assign, mapped, visibleIn } from './variables.ts';

/** More elements than any model enters between two waits: a loop that never waits stops here as an incident. */
const mostEntered = 1_000;

/** A token arrives: the element is entered unless it gathers more tokens first. */
export const arrive = (run: Run, arrival: Arrival): void => {
  const node = nodeOf(run.graph, arrival.to);
  if (!behaviourOf(run, node).gather(arrival.scope, arrival.flow)) return;
  const id = nextId(run);
  run.state.instances[id] = { element: node.id, scope: arrival.scope, phase: 'entering', enteredAt: run.now };
  run.effects.push({ kind: 'elementEntered', instance: id, element: node.id, at: run.now });
  if (node.stage !== undefined) run.effects.push({ kind: 'stageReached', stage: node.stage });
  run.entered += 1;
  if (run.entered > mostEntered) {
    const detail = `More than ${mostEntered} elements were entered without one that waits`;
    raiseIncident(run, id, { failure: 'expressionFailed', detail });
  } else if (arrival.event) {
    changeInstance(run, id, { phase: 'active' });
    resume(run, id, { kind: 'event', element: node.id, data: arrival.event });
  } else enter(run, id);
};

/** Enters an element, or does so again after an incident. */
export const enter = (run: Run, id: InstanceId): void => {
  const node = nodeOf(run.graph, instanceOf(run, id).element);
  const prepared = prepare(run, id, node);
  if (!prepared.ok) raiseIncident(run, id, prepared);
  else settle(run, id, behaviourOf(run, node).enter(id));
};

const prepare = (run: Run, id: InstanceId, node: GraphNode): Result<undefined> => {
  if (node.inputs) {
    const locals = mapped(run, id, node.inputs);
    if (!locals.ok) return locals;
    changeInstance(run, id, { locals: locals.value });
  }
  const watched = watchBoundaries(run, id, node);
  if (watched.ok) changeInstance(run, id, { phase: 'active' });
  return watched;
};

export const resume = (run: Run, id: InstanceId, signal: Signal): void => {
  const node = nodeOf(run.graph, instanceOf(run, id).element);
  settle(run, id, behaviourOf(run, node).resume(id, signal));
};

const settle = (run: Run, id: InstanceId, outcome: Outcome): void => {
  switch (outcome.next) {
    case 'wait':
      return;
    case 'complete':
      return completeInstance(run, id, outcome.data ?? {});
    case 'take':
      return moveOn(run, id, outcome.flows, outcome.event);
    case 'throw':
      return throwError(run, id, outcome.code);
    case 'terminate':
      clearScope(run, instanceOf(run, id).scope, id);
      return moveOn(run, id, []);
    case 'fail':
      return raiseIncident(run, id, outcome);
  }
};

/** Maps the result into the variables and takes the outgoing flows: both or, with an incident that keeps the result, neither. */
export const completeInstance = (run: Run, id: InstanceId, data: JsonObject): void => {
  const { element, scope } = instanceOf(run, id);
  const node = nodeOf(run.graph, element);
  const { variables } = run.state;
  const scopes = { ...run.state.scopes };
  const made = node.outputs
    ? mapped(run, id, node.outputs, { given: data, base: visibleIn(run.state, scope) })
    : ok(data);
  if (made.ok) for (const [name, value] of Object.entries(made.value)) assign(run, scope, name, value);
  const flows = made.ok ? outgoingFlows(run, id, node) : made;
  if (flows.ok) return moveOn(run, id, flows.value);
  Object.assign(run.state, { variables, scopes });
  changeInstance(run, id, { phase: 'leaving', result: data });
  raiseIncident(run, id, flows);
};

const moveOn = (run: Run, id: InstanceId, flows: FlowId[], event?: JsonObject): void => {
  const { element, scope } = instanceOf(run, id);
  leave(run, id, 'completed');
  for (const flow of flows) {
    const target = run.graph.flows[flow];
    if (!target) throw new Error(`Expected the graph to have flow ${flow} but it has not`);
    run.effects.push({ kind: 'flowTaken', flow });
    run.queue.push({ to: target.to, scope, flow, ...(event ? { event } : {}) });
  }
  const record = run.state.scopes[scope];
  if (flows.length === 0 && record) run.state.scopes[scope] = { ...record, lastEnd: element };
  closeWhenEmpty(run, scope);
};

/** BPMN 2.0.2, 13.3.4 and 13.5.6: a scope ends when no token is left in it, on its flows or in front of its joins. */
const closeWhenEmpty = (run: Run, scope: InstanceId): void => {
  const record = run.state.scopes[scope];
  const waiting = Object.values(record?.arrived ?? {}).flatMap((flows) => Object.values(flows));
  const busy =
    run.queue.some((arrival) => arrival.scope === scope) ||
    waiting.some((count) => count > 0) ||
    Object.values(run.state.instances).some((instance) => instance.scope === scope);
  if (!record || busy) return;
  if (record.parent !== undefined) return resume(run, scope, { kind: 'scopeEmptied' });
  run.state.status = 'ended';
  if (record.lastEnd !== undefined) run.state.outcome = record.lastEnd;
};

/** A BPMN error goes outwards to the first boundary event that catches it; uncaught, it waits for an operator. */
export const throwError = (run: Run, id: InstanceId, code: string): void => {
  const caught = errorCatcher(run, id, code);
  if (caught) triggerBoundary(run, caught.host, caught.node, {});
  else raiseIncident(run, id, { failure: 'uncaughtError', detail: `No boundary event catches the error ${code}` });
};
