import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import type { ModdleWarning } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import { obiegModdle } from '../../processes/language/obieg-moddle.ts';
import { fail, ok } from '../../processes/language/failure.ts';
import type { Problem, Result } from '../../processes/language/failure.ts';
import { decodeXml } from './decode.ts';
import type { Element } from './element.ts';
import { malformed } from './schema/validate.ts';

const require = createRequire(import.meta.url);
type Property = { name: string; isAttr?: boolean; xml?: { serialize: string } };
type Package = { types: { name: string; properties?: Property[] }[] };

/** Where the reader's BPMN differs from the schema, so that it lost or misspelt what it had read. */
const corrections: Record<string, Record<string, Partial<Property>>> = {
  CorrelationPropertyBinding: { dataPath: { xml: { serialize: 'property' } } },
  CorrelationPropertyRetrievalExpression: { messagePath: { xml: { serialize: 'property' } } },
  GlobalScriptTask: { script: { isAttr: false } },
  ComplexBehaviorDefinition: {
    condition: { xml: { serialize: 'property' } },
    event: { xml: { serialize: 'property' } },
  },
};

const corrected = (bpmn: Package): Package => ({
  ...bpmn,
  types: bpmn.types.map(({ name, properties = [], ...type }) => ({
    ...type,
    name,
    properties: properties.map((property) => ({ ...property, ...corrections[name]?.[property.name] })),
  })),
});

const bpmnModdle = corrected(require('bpmn-moddle/resources/bpmn/json/bpmn.json') as Package);
const zeebeModdle: unknown = require('zeebe-bpmn-moddle/resources/zeebe.json');

export type ParsedModel = { definitions: Element; xml: string; warnings: Problem[] };

const lineIn = (message: string): number | undefined => {
  const found = /\bline: (\d+)/.exec(message)?.[1];
  return found === undefined ? undefined : Number(found) + 1; // the reader counts from 0
};

/** Lines of the elements with an id, counted from 1; one pass, for a broken file asks for thousands of them. */
export const linesOf = (xml: string): ((id: string) => number | undefined) => {
  const lines = new Map<string, number>();
  let line = 1;
  for (const [, id] of xml.matchAll(/\n|(?<=\s)id\s*=\s*["']([^"'\n]*)["']/g)) {
    if (id === undefined) line += 1;
    else if (!lines.has(id)) lines.set(id, line);
  }
  return (id) => lines.get(id);
};

const problemOf = (lineOf: (id: string) => number | undefined, warning: ModdleWarning): Problem => {
  const twice = /\bduplicate ID <([^>]*)>/.exec(warning.message)?.[1];
  if (twice !== undefined)
    return { at: twice, code: 'model.idDuplicate', values: { line: lineIn(warning.message) ?? 0 } };
  const at = warning.element?.id ?? '';
  const line = lineIn(warning.message) ?? lineOf(at);
  const message = warning.message.split('\n')[0] ?? '';
  return { at, code: 'model.notUnderstood', values: { message, ...(line === undefined ? {} : { line }) } };
};

/** A type named for people, such as `String`, where the standard wants the id of an item definition: nothing is run by it. */
const isOnlyDescribed = ({ property, message }: ModdleWarning): boolean =>
  property !== undefined &&
  /:(?:item(?:Subject)?|structure)Ref$/.test(property) &&
  message.startsWith('unresolved reference');

type Read = { rootElement: unknown; warnings: ModdleWarning[] };

const parse = async (
  source: Uint8Array | string,
  read: (xml: string) => Promise<Read>,
): Promise<Result<ParsedModel>> => {
  const decoded = decodeXml(source);
  if (!decoded.ok) return decoded;
  const xml = decoded.value;
  const fault = malformed(xml);
  if (fault) return fail('modelRefused', { problems: [fault] });
  const lineOf = linesOf(xml);
  try {
    const { rootElement, warnings } = await read(xml);
    return ok({
      definitions: rootElement as Element,
      xml,
      warnings: warnings.filter((each) => !isOnlyDescribed(each)).map((each) => problemOf(lineOf, each)),
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail('modelRefused', { problems: [{ ...problemOf(lineOf, error), code: 'model.notReadable' }] });
  }
};

/** Reads and writes BPMN with Camunda's and our own extensions as typed elements. */
export const modelReader = (): BpmnModdle =>
  new BpmnModdle({ bpmn: bpmnModdle, zeebe: zeebeModdle, obieg: obiegModdle });

/**
 * The tree of a BPMN file with Camunda's and our own extensions read as typed elements. Everything that the reader did
 * not understand or could not resolve is in `warnings`, with element id and line. Fails with `modelRefused` or `tooLarge`.
 */
export const parseModel = (source: Uint8Array | string): Promise<Result<ParsedModel>> =>
  parse(source, (xml) => modelReader().fromXML(xml));

/** The tree of a DMN 1.3 file; failures and warnings as in `parseModel`. */
export const parseDecisions = (source: Uint8Array | string): Promise<Result<ParsedModel>> =>
  parse(source, (xml) => new DmnModdle().fromXML(xml));
