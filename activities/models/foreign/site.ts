import type { Problem } from '../../../processes/language/failure.ts';
import { elements } from '../element.ts';
import { attributeOf, localName, type Node } from './node.ts';

/** One element of an imported model, with what another engine has written into it. */
export type Site = {
  element: Node;
  /** id by which the author knows it */ at: string;
  /** the decisions that come with the model */ decisions: Node | undefined;
  attributes: Map<string, string>;
  extensions: Node[];
  /** the file was written for another engine, whatever this element says */ isForeign: boolean;
  /** done outside, by whoever asks for its topic */ external: boolean;
  problems: Problem[];
};

export const refuse = ({ at, problems }: Site, attribute: string, reason: string): undefined => {
  problems.push({ at, code: 'model.foreignRefused', values: { attribute, reason } });
  return undefined;
};

/** The value of a foreign attribute, which is then dealt with. */
export const take = ({ attributes }: Site, name: string): string | undefined => {
  const value = attributes.get(name)?.trim();
  attributes.delete(name);
  return value === '' ? undefined : value;
};

/** The foreign extension elements of that name, which are then dealt with. */
export const takeAll = (site: Site, name: string): Node[] => {
  const taken = site.extensions.filter((each) => localName(each) === name);
  site.extensions = site.extensions.filter((each) => !taken.includes(each));
  return taken;
};

const made = (parent: Node, type: string, values: object = {}): Node => {
  const node = parent.$model?.create(type, values);
  if (!node) throw new Error(`Expected an element made by moddle but got ${parent.$type}`);
  node.$parent = parent;
  return node;
};

/** The extension element of that type; it is made where there is none. */
const extensionIn = (element: Node, type: string): Node => {
  if (!element.get?.('extensionElements')) element.set?.('extensionElements', made(element, 'bpmn:ExtensionElements'));
  const holder = element.get?.('extensionElements') as Node;
  const values = elements(holder, 'values') as Node[];
  const known = values.find(({ $type }) => $type === type);
  if (known) return known;
  const extension = made(holder, type);
  holder.set?.('values', [...values, extension]);
  return extension;
};

/** Sets attributes of a zeebe extension; what the model says there already stays. */
export const put = ({ element }: Site, type: string, values: Record<string, string | boolean | undefined>): void => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  const extension = extensionIn(element, type);
  for (const [name, value] of given) {
    const said = attributeOf(extension, name);
    if (said === undefined) extension.set?.(name, value);
  }
};

/** Adds an entry to a list of a zeebe extension, e.g. an input to a mapping. */
export const append = (
  { element }: Site,
  { type, list, entry }: { type: string; list: string; entry: string },
  values: Record<string, string>,
): void => {
  const extension = extensionIn(element, type);
  extension.set?.(list, [...elements(extension, list), made(extension, entry, values)]);
};
