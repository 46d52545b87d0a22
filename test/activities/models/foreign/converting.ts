import { convertForeign } from '../../../../activities/models/foreign/convert.ts';
import { parseDecisions, parseModel } from '../../../../activities/models/parse.ts';
import { isNode, partsOf, type Node } from '../../../../activities/models/foreign/node.ts';

const header = (uri: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:camunda="${uri}" id="definitions" targetNamespace="http://example.com">`;
export const modelOf = (body: string, rest = '', uri = 'http://camunda.org/schema/1.0/bpmn') =>
  `${header(uri)}${rest}<bpmn:process id="p" isExecutable="true">${body}</bpmn:process></bpmn:definitions>`;

const dmn = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="http://example.com">
<decision id="single" name="s"><decisionTable id="st"><output id="so" name="x"/></decisionTable></decision>
<decision id="pair" name="p"><decisionTable id="pt"><output id="po" name="x"/><output id="pp" name="y"/></decisionTable></decision>
<decision id="many" name="m"><decisionTable id="mt" hitPolicy="COLLECT"><output id="mo" name="x"/></decisionTable></decision>
<decision id="total" name="t"><decisionTable id="tt" hitPolicy="COLLECT" aggregation="SUM"><output id="to" name="x"/></decisionTable></decision>
</definitions>`;

/** The extension elements of the element with that id, as `type attribute=value…`, and what was refused. */
export const convert = async (xml: string) => {
  const parsed = await parseModel(xml);
  const decisions = await parseDecisions(dmn);
  if (!parsed.ok || !decisions.ok) throw new Error(`Expected a model but got ${JSON.stringify(parsed)}`);
  const root: Node = parsed.value.definitions;
  const { problems, conversions } = convertForeign(root, decisions.value.definitions);
  return {
    root,
    problems,
    converted: conversions.map(({ at, code, values }) => [at, code, ...Object.values(values ?? {})].join(' ')),
    refused: problems.map(({ at, values }) => `${at} ${values?.['attribute']}: ${values?.['reason']}`),
  };
};

const written = (node: Node): string => {
  const attributes = Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    name.startsWith('$') || (typeof value !== 'string' && typeof value !== 'boolean') ? [] : [`${name}=${value}`],
  );
  return [node.$type.replace('zeebe:', ''), ...attributes, ...partsOf(node).map((part) => `(${written(part)})`)].join(
    ' ',
  );
};
export const find = (node: Node, id: string): Node | undefined =>
  node.id === id
    ? node
    : partsOf(node)
        .map((part) => find(part, id))
        .find((found) => found !== undefined);
export const extensionsOf = (root: Node, id: string): string[] => {
  const element = find(root, id);
  const loop = element?.get?.('loopCharacteristics') as Node | undefined;
  return [element, loop].flatMap((each) => {
    const holder = each?.get?.('extensionElements') as Node | undefined;
    return holder ? partsOf(holder).map(written) : [];
  });
};
export const within = (kind: string, attributes: string, extensions = '', inside = ''): string =>
  `<bpmn:${kind} id="x" ${attributes}><bpmn:extensionElements>${extensions}</bpmn:extensionElements>${inside}</bpmn:${kind}>`;
export const io = (parameters: string): string => `<camunda:inputOutput>${parameters}</camunda:inputOutput>`;
export const input = (name: string, value: string): string =>
  `<camunda:inputParameter name="${name}">${value}</camunda:inputParameter>`;
export const output = (name: string, value: string): string =>
  `<camunda:outputParameter name="${name}">${value}</camunda:outputParameter>`;

/** What stands in that place of an element. */
export const partAt = (node: Node | undefined, place: string): Node => {
  const part = node?.get?.(place);
  if (!isNode(part)) throw new Error(`Expected an element as ${place} of ${node?.id}`);
  return part;
};
export const bodyAt = (node: Node | undefined, place: string): unknown => partAt(node, place).get?.('body');
