import type { Flow, FlowId, GraphNode } from '../graph.ts';
import { eventReaders } from './events.ts';
import { childOf, flagOf, listOf, settingOf, textOf, type ModdleElement } from './moddle.ts';
import type { Report } from './problems.ts';
import { expressionFrom, inputsOf, outputsOf } from './sources.ts';
import { taskReaders, type Reader } from './tasks.ts';

export type Parts = { nodes: Record<string, GraphNode>; flows: Record<FlowId, Flow> };

/** Drawn for people; nothing to run. */
const documentation = new Set([
  'bpmn:SequenceFlow',
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
]);

const subProcess: Reader = (element, at, report) => {
  if (flagOf(element, 'triggeredByEvent')) report(at, 'model.elementUnsupported', { element: 'event subprocess' });
  const starts = listOf(element, 'flowElements').filter((each) => each.$type === 'bpmn:StartEvent');
  const [start] = starts;
  if (start && starts.length === 1 && listOf(start, 'eventDefinitions').length === 0)
    return { kind: 'subProcess', start: start.id ?? '' };
  report(at, 'model.subProcessStart');
  return undefined;
};

const readers: Record<string, Reader> = {
  ...taskReaders,
  ...eventReaders,
  'bpmn:ExclusiveGateway': () => ({ kind: 'exclusiveGateway' }),
  'bpmn:ParallelGateway': () => ({ kind: 'parallelGateway' }),
  'bpmn:EventBasedGateway': () => ({ kind: 'eventBasedGateway' }),
  'bpmn:SubProcess': subProcess,
};

const readNode = (element: ModdleElement, scope: string, report: Report): GraphNode | undefined => {
  const at = element.id ?? '';
  const read = readers[element.$type];
  if (!read) {
    report(at, 'model.elementUnsupported', { element: element.$type });
    return undefined;
  }
  if (childOf(element, 'loopCharacteristics')) report(at, 'model.elementUnsupported', { element: 'loop' });
  const settings = read(element, at, report);
  const stage = settingOf(element, 'Stage', 'id');
  const inputs = inputsOf(element, report);
  const outputs = outputsOf(element, report);
  return (
    settings && {
      id: at,
      name: textOf(element, 'name') ?? at,
      scope,
      incoming: [],
      outgoing: [],
      ...(stage === undefined ? {} : { stage }),
      ...(inputs.length > 0 ? { inputs } : {}),
      ...(outputs.length > 0 ? { outputs } : {}),
      ...settings,
    }
  );
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

/** Reads the elements of a process or subprocess, and of the subprocesses in it, into `parts`. */
export const readScope = (container: ModdleElement, parts: Parts, report: Report): void => {
  for (const element of listOf(container, 'flowElements')) {
    const at = element.id ?? '';
    if (element.$type === 'bpmn:SequenceFlow') {
      const flow = readFlow(element, report);
      if (flow) parts.flows[at] = flow;
    }
    if (documentation.has(element.$type)) continue;
    const node = readNode(element, container.id ?? '', report);
    if (node) parts.nodes[at] = node;
    if (element.$type === 'bpmn:SubProcess') readScope(element, parts, report);
  }
};
