import { parseDecisions, parseModel } from '../../../activities/models/parse.ts';
import { compile } from '../../../workflows/engine/compile.ts';
import type { Problem } from '../../../processes/language/failure.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** `a -> b`, `a -> b : income > 5` or `a -> b : default`; the flow's id is `a_b`. */
const flowXml = (line: string): string => {
  const [, from = '', to = '', condition] = /^(\w+) -> (\w+)(?: : (.+))?$/.exec(line.trim()) ?? [];
  const body =
    condition === undefined || condition === 'default'
      ? ''
      : `<bpmn:conditionExpression>${escaped(condition)}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${body}</bpmn:sequenceFlow>`;
};

export const flows = (lines: string): string =>
  lines
    .split('\n')
    .filter((line) => line.includes('->'))
    .map(flowXml)
    .join('');

/** An element of a drawing: `node('userTask', 'check', inside)`. */
export const node = (type: string, id: string, inside = '', attributes = ''): string =>
  `<bpmn:${type} id="${id}" ${attributes}>${inside}</bpmn:${type}>`;
export const extended = (inside: string): string => `<bpmn:extensionElements>${inside}</bpmn:extensionElements>`;
export const io = (mappings: { in?: Record<string, string>; out?: Record<string, string> }): string => {
  const write = (tag: string, entries: Record<string, string> = {}): string =>
    Object.entries(entries)
      .map(([target, source]) => `<zeebe:${tag} source="${escaped(source)}" target="${target}"/>`)
      .join('');
  return `<zeebe:ioMapping>${write('input', mappings.in)}${write('output', mappings.out)}</zeebe:ioMapping>`;
};
export const timer = (kind: 'timeDuration' | 'timeDate' | 'timeCycle', text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${kind}>${escaped(text)}</bpmn:${kind}></bpmn:timerEventDefinition>`;
export const message = (ref: string): string => `<bpmn:messageEventDefinition messageRef="${ref}"/>`;
export const error = (ref?: string): string =>
  ref === undefined ? '<bpmn:errorEventDefinition/>' : `<bpmn:errorEventDefinition errorRef="${ref}"/>`;
export const handler = (type: string, more = ''): string =>
  extended(`<zeebe:taskDefinition type="${type}" retries="5"/>${more}`);
export const script = (id: string, feel: string, result = ''): string =>
  node(
    'scriptTask',
    id,
    extended(`<zeebe:script expression="${escaped(feel)}" ${result && `resultVariable="${result}"`}/>`),
  );
export const boundary = (id: string, host: string, definition: string, interrupting = true): string =>
  node('boundaryEvent', id, definition, `attachedToRef="${host}" cancelActivity="${interrupting}"`);

export const signal = (ref: string): string => `<bpmn:signalEventDefinition signalRef="${ref}"/>`;
export const escalation = (ref?: string): string =>
  `<bpmn:escalationEventDefinition ${ref === undefined ? '' : `escalationRef="${ref}"`}/>`;
export const conditional = (feel: string): string =>
  `<bpmn:conditionalEventDefinition><bpmn:condition>${escaped(feel)}</bpmn:condition></bpmn:conditionalEventDefinition>`;
export const compensate = (activity?: string, waits = true): string =>
  `<bpmn:compensateEventDefinition ${activity === undefined ? '' : `activityRef="${activity}"`} waitForCompletion="${waits}"/>`;
export const terminate = '<bpmn:terminateEventDefinition/>';
export const cancel = '<bpmn:cancelEventDefinition/>';
export const link = (name: string): string => `<bpmn:linkEventDefinition name="${name}"/>`;

/** A subprocess that begins at `<id>Start`; `settings` come first inside it. */
export const sub = (
  id: string,
  inside: string[],
  lines: string,
  { type = 'subProcess', attributes = '', settings = '' } = {},
): string => node(type, id, settings + node('startEvent', `${id}Start`) + inside.join('') + flows(lines), attributes);
/** An event subprocess that begins at `<id>Start`. */
export const eventSub = (
  id: string,
  definition: string,
  inside: string[],
  lines: string,
  { interrupting = true, attributes = '' } = {},
): string =>
  node(
    'subProcess',
    id,
    node('startEvent', `${id}Start`, definition, `isInterrupting="${interrupting}" ${attributes}`) +
      inside.join('') +
      flows(lines),
    'triggeredByEvent="true"',
  );
export const tasks = (...ids: string[]): string[] => ids.map((id) => node('userTask', id));

/** An activity that undoes `host`, tied to it by a compensation event. */
export const undoing = (host: string, handlerXml: string, handlerId: string): string =>
  node('boundaryEvent', `${host}Undone`, compensate(), `attachedToRef="${host}"`) +
  handlerXml +
  `<bpmn:association id="${host}To${handlerId}" sourceRef="${host}Undone" targetRef="${handlerId}" associationDirection="One"/>`;
/** A user task `undo<Host>` that undoes `host`. */
export const undoneByPerson = (host: string): string => {
  const id = `undo${host.charAt(0).toUpperCase()}${host.slice(1)}`;
  return undoing(host, node('userTask', id, '', 'isForCompensation="true"'), id);
};

const child = (tag: string, text?: string): string =>
  text === undefined ? '' : `<bpmn:${tag}>${escaped(text)}</bpmn:${tag}>`;
export const loop = ({
  condition,
  ...attributes
}: {
  condition?: string;
  testBefore?: boolean;
  loopMaximum?: number;
}) =>
  `<bpmn:standardLoopCharacteristics ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')}>${child('loopCondition', condition)}</bpmn:standardLoopCharacteristics>`;

type Multi = { cardinality?: string; until?: string; sequential?: boolean; over?: string; item?: string };
/** Multi-instance: `over` a collection, each as `item`; `collects` the FEEL of each iteration into `all`. */
export const multi = ({
  cardinality,
  until,
  sequential = false,
  over,
  item = 'item',
  collects,
  more = '',
  attributes = '',
}: Multi & { collects?: string; more?: string; attributes?: string }): string => {
  const output = collects === undefined ? '' : `outputCollection="all" outputElement="${escaped(collects)}"`;
  const zeebe =
    over === undefined && collects === undefined
      ? ''
      : extended(
          `<zeebe:loopCharacteristics ${over === undefined ? '' : `inputCollection="${escaped(over)}" inputElement="${item}"`} ${output}/>`,
        );
  return `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}" ${attributes}>${zeebe}${child('loopCardinality', cardinality)}${child('completionCondition', until)}${more}</bpmn:multiInstanceLoopCharacteristics>`;
};

/** Another executable process of the same file. */
export const process = (id: string, elements: string[], lines: string): string =>
  `<bpmn:process id="${id}" name="${id}" isExecutable="true">${elements.join('')}${flows(lines)}</bpmn:process>`;
export const call = (id: string, called: string, inside = ''): string =>
  node('callActivity', id, inside, `calledElement="${called}"`);

const xml = (inside: string, root = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:obieg="http://obieg.eu/schema/1.0" id="definitions" targetNamespace="http://obieg.eu/test">
  <bpmn:message id="letter" name="letter"/><bpmn:message id="appeal" name="appeal"/>
  <bpmn:error id="errorA" errorCode="A"/><bpmn:error id="errorB" errorCode="B"/>
  <bpmn:signal id="bell" name="bell"/><bpmn:signal id="alarm" name="alarm"/>
  <bpmn:escalation id="escalationA" escalationCode="A"/><bpmn:escalation id="escalationB" escalationCode="B"/>
  <bpmn:process id="drawn" name="Drawn" isExecutable="true">${inside}</bpmn:process>
  ${root}
</bpmn:definitions>`;

export const dmn = (inside: string): string =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="tables" name="tables" namespace="http://obieg.eu/test">${inside}</definitions>`;

const compiled = async (inside: string, decisions?: string, root?: string) => {
  const model = await parseModel(xml(inside, root));
  const tables = decisions === undefined ? undefined : await parseDecisions(dmn(decisions));
  if (!model.ok || (tables && !tables.ok)) throw new Error('Expected a drawing that can be read but it cannot');
  if (model.value.warnings.length > 0)
    throw new Error(`Expected no warnings but got ${JSON.stringify(model.value.warnings)}`);
  return compile(model.value.definitions, tables?.value.definitions);
};

/** The graph of a drawing: elements as XML, flows as lines. */
export const draw = async (elements: string[], lines: string, decisions?: string): Promise<ProcessGraph> => {
  const result = await compiled(`${elements.join('')}${flows(lines)}`, decisions);
  if (!result.ok) throw new Error(`Expected a drawing that compiles but got ${JSON.stringify(result.problems)}`);
  return result.value;
};

/** The file of a drawing. */
export const modelXml = (elements: string[], lines: string, root: string[] = []): string =>
  xml(`${elements.join('')}${flows(lines)}`, root.join(''));

/** The graph of a drawing beside which the file holds other root elements: processes, global tasks, a collaboration. */
export const drawBeside = async (root: string[], elements: string[], lines: string): Promise<ProcessGraph> => {
  const result = await compiled(`${elements.join('')}${flows(lines)}`, undefined, root.join(''));
  if (!result.ok) throw new Error(`Expected a drawing that compiles but got ${JSON.stringify(result.problems)}`);
  return result.value;
};

/** What the compiler says about a drawing that it refuses. */
export const problemsOf = async (elements: string[], lines: string, decisions?: string): Promise<Problem[]> => {
  const result = await compiled(`${elements.join('')}${flows(lines)}`, decisions);
  return result.ok ? [] : (result.problems ?? []);
};
