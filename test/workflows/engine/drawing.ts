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

const xml = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:obieg="http://obieg.eu/schema/1.0" id="definitions" targetNamespace="http://obieg.eu/test">
  <bpmn:message id="letter" name="letter"/><bpmn:message id="appeal" name="appeal"/>
  <bpmn:error id="errorA" errorCode="A"/><bpmn:error id="errorB" errorCode="B"/>
  <bpmn:process id="drawn" name="Drawn" isExecutable="true">${inside}</bpmn:process>
</bpmn:definitions>`;

export const dmn = (inside: string): string =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="tables" name="tables" namespace="http://obieg.eu/test">${inside}</definitions>`;

const compiled = async (inside: string, decisions?: string) => {
  const model = await parseModel(xml(inside));
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

/** What the compiler says about a drawing that it refuses. */
export const problemsOf = async (elements: string[], lines: string, decisions?: string): Promise<Problem[]> => {
  const result = await compiled(`${elements.join('')}${flows(lines)}`, decisions);
  return result.ok ? [] : (result.problems ?? []);
};
