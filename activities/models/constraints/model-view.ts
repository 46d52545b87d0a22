import { child, elements, isA } from '../element.ts';
import type { Element } from '../element.ts';

type Property = { name: string; type: string; isReference?: boolean; isVirtual?: boolean; isAttr?: boolean };
type Described = Element & { $descriptor?: { properties: Property[] }; $attrs?: Record<string, unknown> };

/** A model as the constraints look at it: every element of the standard in file order, and the flows at each node. */
export type ModelView = {
  definitions: Element;
  /** whether it names a language of its own for expressions: such a file keeps all that the standard asks of executable ones */
  namesItsLanguage: boolean;
  /** elements of any of the types, e.g. `bpmn:Gateway` */
  of(...types: string[]): Element[];
  /** flows whose target the node is, whatever it lists itself */
  incoming(node: Element): Element[];
  /** flows whose source the node is, whatever it lists itself */
  outgoing(node: Element): Element[];
  /** processes and global tasks by id */
  callable(id: string): Element | undefined;
  /** whether the element belongs to what an engine is to run; root elements do when any process does */
  isExecutable(element: Element): boolean;
};

type Names = { children: string[]; references: { name: string; type: string }[] };

const plain = (name: string): string => name.slice(name.indexOf(':') + 1);
const skipped = new Set(['extensionElements', 'diagrams']);

const namesOf = (properties: Property[]): Names => ({
  children: properties
    .filter(({ isReference, isVirtual, isAttr }) => !isReference && !isVirtual && !isAttr)
    .map(({ name }) => plain(name))
    .filter((name) => !skipped.has(name)),
  references: properties
    .filter(({ isReference, isVirtual }) => isReference && !isVirtual)
    .map(({ name, type }) => ({ name: plain(name), type })),
});

/** The reader has one list of properties for all elements of a type. */
const known = new WeakMap<Property[], Names>();
const propertiesOf = (element: Element): Names => {
  const properties = (element as Described).$descriptor?.properties ?? [];
  const names = known.get(properties) ?? namesOf(properties);
  known.set(properties, names);
  return names;
};

/** Foreign attributes say what the standard's would, e.g. `camunda:collection`; namespace declarations say nothing. */
export const hasForeign = (element: Element): boolean =>
  child(element, 'extensionElements') !== undefined ||
  Object.keys((element as Described).$attrs ?? {}).some(
    (name) => !name.startsWith('xmlns') && !name.startsWith('xsi:'),
  );

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null && '$type' in value;

const childrenOf = (element: Element): Element[] =>
  propertiesOf(element).children.flatMap((name) => [element.get?.(name)].flat().filter(isElement));

/** Every element below, the nearest to the root first in the file; not by recursion, for the file decides its depth. */
const walk = (root: Element): Element[] => {
  const found: Element[] = [];
  const seen = new Set<Element>();
  const left = [root];
  for (let next = left.pop(); next; next = left.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    found.push(next);
    // one by one: a broken file may have more children than a call may have arguments
    for (const child of childrenOf(next).toReversed()) left.push(child);
  }
  return found;
};

/** References of an element: which property, the type that the standard demands, and what it leads to. */
export const referencesOf = (element: Element): { name: string; type: string; target: Element }[] =>
  propertiesOf(element).references.flatMap(({ name, type }) =>
    [element.get?.(name)]
      .flat()
      .filter(isElement)
      .map((target) => ({ name, type, target })),
  );

/** The element itself or what encloses it, nearest first. */
export const enclosing = (element: Element, ...types: string[]): Element | undefined => {
  for (let each: Element | undefined = element; each; each = each.$parent) if (isA(each, ...types)) return each;
  return undefined;
};

/** Elements by what a reference of theirs leads to. */
export const byReference = (some: Element[], property: string): Map<Element, Element[]> => {
  const found = new Map<Element, Element[]>();
  for (const element of some) {
    const target = child(element, property);
    const others = target && found.get(target);
    if (others) others.push(element);
    else if (target) found.set(target, [element]);
  }
  return found;
};

/** An attribute that was written, not the schema's default (XPath). */
const namesItsLanguage = (definitions: Element): boolean =>
  Object.hasOwn(definitions, 'expressionLanguage') && !/feel/i.test(String(definitions.get?.('expressionLanguage')));

export const viewOf = (definitions: Element): ModelView => {
  const all = walk(definitions);
  const samples = new Map(all.map((element) => [element.$type, element]));
  const byTypes = new Map<string, Element[]>();
  const of = (...types: string[]): Element[] => {
    const key = types.join();
    const found = byTypes.get(key);
    if (found) return found;
    const fitting = new Set([...samples].filter(([, sample]) => isA(sample, ...types)).map(([type]) => type));
    const elements = all.filter(({ $type }) => fitting.has($type));
    byTypes.set(key, elements);
    return elements;
  };
  const flows = of('bpmn:SequenceFlow');
  const incoming = byReference(flows, 'targetRef');
  const outgoing = byReference(flows, 'sourceRef');
  const processes = elements(definitions, 'rootElements').filter((element) => isA(element, 'bpmn:Process'));
  const runs = processes.some((process) => process.get?.('isExecutable') === true);
  const callables = new Map(of('bpmn:CallableElement').map((element) => [element.id ?? '', element]));
  return {
    definitions,
    namesItsLanguage: namesItsLanguage(definitions),
    of,
    incoming: (node) => incoming.get(node) ?? [],
    outgoing: (node) => outgoing.get(node) ?? [],
    callable: (id) => callables.get(plain(id)),
    isExecutable(element) {
      const process = enclosing(element, 'bpmn:Process');
      return process ? process.get?.('isExecutable') === true : runs;
    },
  };
};
