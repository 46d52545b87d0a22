import { checkConstraints } from '../../../../activities/models/constraints/index.ts';
import { parseModel } from '../../../../activities/models/parse.ts';

/** A file of one executable process, plus whatever stands beside it. */
export const file = (body: string, beside = '', attributes = 'isExecutable="true"'): string => `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="file" targetNamespace="urn:test">
${beside}<process id="process" ${attributes}>${body}</process></definitions>`;

export const flow = (id: string, from: string, to: string, inside = ''): string =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`;

export const formal = (name: string, body: string): string => `<${name} xsi:type="tFormalExpression">${body}</${name}>`;

export const idOf = (element: string): string => /\sid="([^"]+)"/.exec(element)?.[1] ?? '';

/** The same file, which names the language of its expressions and is held to all that the standard asks of such. */
export const inXPath = (xml: string): string =>
  xml.replace('<definitions', '<definitions expressionLanguage="http://www.w3.org/1999/XPath"');

/** Start, the elements one after another, end. */
export const row = (...elements: string[]): string => {
  const ids = ['start', ...elements.map(idOf), 'end'];
  const flows = ids.slice(1).map((id, at) => flow(`flow${at}`, ids[at] ?? '', id));
  return `<startEvent id="start"/>${elements.join('')}<endEvent id="end"/>${flows.join('')}`;
};

/** A path of its own to an end of its own, from a node outside of the row. */
export const exit = (from: string): string => `${flow(`${from}Out`, from, `${from}End`)}<endEvent id="${from}End"/>`;

/** What is wrong with a file: `element constraint`, in the order in which it is found. */
export const broken = async (xml: string): Promise<string[]> => {
  const model = await parseModel(xml);
  if (!model.ok) throw new Error(`Expected a model but got ${JSON.stringify(model)}`);
  return checkConstraints(model.value.definitions).map(({ at, code }) => `${at} ${code.replace('model.', '')}`);
};

/** A model and what is wrong with it, exactly; none is sound. */
export type Case = [what: string, xml: string, found: string[]];
