import type { Container, Flow, FlowId, GraphNode } from '../graph.ts';
import { dataOf, declaredIn } from './data.ts';
import { definitionsOf, eventReaders } from './events.ts';
import { gatewayReaders } from './gateways.ts';
import { laneRoles } from './lanes.ts';
import { loopOf } from './loops.ts';
import { childOf, flagOf, isType, listOf, numberOf, settingOf, textOf, type ModdleElement } from './moddle.ts';
import type { Report } from './problems.ts';
import { expressionFrom, expressionIn, inputsOf, outputsOf } from './sources.ts';
import { candidatesFrom, taskReaders, type Reader } from './tasks.ts';

export type Parts = {
  nodes: Record<string, GraphNode>;
  flows: Record<FlowId, Flow>;
  containers: Record<string, Container>;
};

/** Drawn for people; nothing to run. */
const documentation = new Set([
  'bpmn:SequenceFlow',
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
]);

const startsOf = (container: ModdleElement): ModdleElement[] =>
  listOf(container, 'flowElements').filter((each) => isType(each, 'StartEvent'));

const subProcess: Reader = (element, at, report) => {
  const starts = startsOf(element);
  const [start] = starts;
  if (flagOf(element, 'triggeredByEvent')) {
    if (start?.id !== undefined && starts.length === 1 && definitionsOf(start).length > 0)
      return { kind: 'eventSubProcess', start: start.id };
    report(at, 'model.eventSubProcessStart');
    return undefined;
  }
  if (starts.length > 1 || starts.some((each) => definitionsOf(each).length > 0)) report(at, 'model.subProcessStart');
  return { kind: 'subProcess', ...(isType(element, 'Transaction') ? { transaction: true as const } : {}) };
};

const adHocSubProcess: Reader = (element, at, report) => {
  const completion = expressionIn(element, 'completionCondition', at, report);
  return {
    kind: 'adHocSubProcess',
    ...(textOf(element, 'ordering') === 'Sequential' ? { sequential: true as const } : {}),
    ...(completion ? { completion } : {}),
    ...(element.get?.('cancelRemainingInstances') === false ? { keepsRemaining: true as const } : {}),
  };
};

const readers: Record<string, Reader> = {
  ...taskReaders,
  ...eventReaders,
  ...gatewayReaders,
  'bpmn:SubProcess': subProcess,
  'bpmn:Transaction': subProcess,
  'bpmn:AdHocSubProcess': adHocSubProcess,
};

/** Element types the engine runs; for the linter and the page that lists them. */
export const executable: string[] = Object.keys(readers);

const quantity = (element: ModdleElement, property: string, at: string, report: Report): number | undefined => {
  const value = numberOf(element, property) ?? 1;
  if (!Number.isInteger(value) || value < 1) report(at, 'model.quantityInvalid', { quantity: value });
  return value === 1 ? undefined : value;
};

const readNode = (element: ModdleElement, scope: string, report: Report): GraphNode | undefined => {
  const at = element.id ?? '';
  const read = readers[element.$type];
  if (!read) {
    report(at, 'model.elementUnsupported', { element: element.$type });
    return undefined;
  }
  const settings = read(element, at, report);
  if (!settings) return undefined;
  const stage = settingOf(element, 'Stage', 'id');
  const inputs = inputsOf(element, report);
  const outputs = outputsOf(element, report);
  const loop = loopOf(element, at, report);
  const startQuantity = quantity(element, 'startQuantity', at, report);
  const completionQuantity = quantity(element, 'completionQuantity', at, report);
  return {
    id: at,
    name: textOf(element, 'name') ?? at,
    scope,
    incoming: [],
    outgoing: [],
    ...(stage === undefined ? {} : { stage }),
    ...(inputs.length > 0 ? { inputs } : {}),
    ...(outputs.length > 0 ? { outputs } : {}),
    ...dataOf(element, at, report),
    ...(loop ? { loop } : {}),
    ...(startQuantity === undefined ? {} : { startQuantity }),
    ...(completionQuantity === undefined ? {} : { completionQuantity }),
    ...settings,
  };
};

const readFlow = (element: ModdleElement, report: Report): Flow | undefined => {
  const at = element.id ?? '';
  const source = childOf(element, 'sourceRef');
  const from = source?.id;
  const to = childOf(element, 'targetRef')?.id;
  if (from === undefined || to === undefined) {
    report(at, 'model.flowLoose');
    return undefined;
  }
  const condition = textOf(childOf(element, 'conditionExpression'), 'body');
  const isDefault = childOf(source, 'default')?.id === at;
  return {
    from,
    to,
    ...(condition === undefined ? {} : { condition: expressionFrom(condition, at, report) }),
    ...(isDefault ? { default: true as const } : {}),
  };
};

/** An activity whose compensation event is tied to it undoes the activity on which that event is drawn (10.6.1). */
const readHandlers = (container: ModdleElement, parts: Parts, report: Report): void => {
  const associations = listOf(container, 'artifacts').filter((each) => isType(each, 'Association'));
  for (const event of Object.values(parts.nodes)) {
    if (event.scope !== container.id || event.kind !== 'boundaryEvent' || event.events[0]?.kind !== 'compensation')
      continue;
    const handler = associations.find((each) => childOf(each, 'sourceRef')?.id === event.id);
    const undo = childOf(handler, 'targetRef')?.id;
    const host = parts.nodes[event.host];
    if (host && undo !== undefined && parts.nodes[undo]) host.undo = undo;
    else report(event.id, 'model.compensationHandlerMissing');
  }
};

/** A user task that names no candidate is for the role of the lane it is drawn in. */
const withRole = (node: GraphNode, role: string | undefined, report: Report): GraphNode => {
  if (node.kind !== 'userTask' || node.candidate.length > 0 || role === undefined) return node;
  return { ...node, candidate: candidatesFrom(role, node.id, report) };
};

const rolesInside = ({ id = '' }: ModdleElement, role: string | undefined): Map<string, string> | undefined =>
  role === undefined ? undefined : new Map([[id, role]]);

/** Reads the elements of a process or subprocess, and of the subprocesses in it, into `parts`. */
export const readScope = (
  container: ModdleElement,
  parts: Parts,
  report: Report,
  outer?: Map<string, string>,
): void => {
  const declares = declaredIn(container);
  const own = laneRoles(container);
  const inherited = outer?.get(container.id ?? '');
  const roleOf = (id: string): string | undefined => own.get(id) ?? inherited;
  for (const element of listOf(container, 'flowElements')) {
    const at = element.id ?? '';
    if (element.$type === 'bpmn:SequenceFlow') {
      const flow = readFlow(element, report);
      if (flow) parts.flows[at] = flow;
    }
    if (documentation.has(element.$type)) continue;
    const node = readNode(element, container.id ?? '', report);
    if (node) parts.nodes[at] = withRole(node, roleOf(at), report);
    if (isType(element, 'SubProcess', 'Transaction', 'AdHocSubProcess'))
      readScope(element, parts, report, rolesInside(element, roleOf(at)));
  }
  parts.containers[container.id ?? ''] = { starts: [], ...(declares.length > 0 ? { declares } : {}) };
  readHandlers(container, parts, report);
};
