import type { Element } from '../element.ts';

type Property = { name: string; type: string; isReference?: boolean; isAttr?: boolean; isMany?: boolean };

/** An element as moddle makes it, with what a conversion has to change in it. */
export type Node = Element & {
  $attrs?: Record<string, unknown>;
  $descriptor?: { isGeneric?: boolean; properties?: Property[]; ns?: { uri?: string; localName?: string } };
  $model?: { create(type: string, attributes?: object): Node };
  $parent?: Node;
  $children?: Node[];
  $body?: string;
  set?(name: string, value: unknown): void;
};

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && '$type' in value && '$descriptor' in value;

const valuesOf = (node: Node, references: boolean): { name: string; value: unknown }[] =>
  (node.$descriptor?.properties ?? [])
    .filter(({ isReference = false, isAttr = false }) => isReference === references && (references || !isAttr))
    .map(({ name }) => ({ name, value: node.get?.(name) }));

/** What is drawn or said inside an element, in the order of the standard. */
export const partsOf = (node: Node): Node[] =>
  valuesOf(node, false).flatMap(({ value }) => [value].flat().filter(isNode));

/** Puts an element in the place of another: in its container, and wherever something refers to it. */
export const replace = (root: Node, old: Node, made: Node): void => {
  for (const { name, value } of [...valuesOf(root, true), ...valuesOf(root, false)]) {
    if (value === old) root.set?.(name, made);
    const at = Array.isArray(value) ? value.indexOf(old) : -1;
    if (Array.isArray(value) && at >= 0) value[at] = made;
  }
  for (const part of partsOf(root)) replace(part, old, made);
};

/** A text attribute of an element that no package describes. */
export const attributeOf = (node: Node, name: string): string | undefined => {
  const value: unknown = Object.hasOwn(node, name) ? node[name as keyof Node] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};
export const localName = (node: Node): string => node.$descriptor?.ns?.localName ?? node.$type.replace(/^.*:/, '');
export const bodyOf = (node: Node): string => (node.$body ?? '').trim();
