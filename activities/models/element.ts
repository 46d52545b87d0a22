/** An element of a parsed model, as far as rules and readers need it; moddle gives these getters to all it reads. */
export type Element = {
  $type: string;
  $parent?: Element;
  $instanceOf?(type: string): boolean;
  id?: string;
  name?: string;
  /** a property by its name in the standard; foreign content has none */
  get?(name: string): unknown;
};

export const isA = (element: Element, ...types: string[]): boolean =>
  types.some((type) => element.$instanceOf?.(type) === true);

export const elements = (element: Element, property: string): Element[] => {
  const value = element.get?.(property);
  return Array.isArray(value) ? (value as Element[]) : [];
};

export const child = (element: Element, property: string): Element | undefined => {
  const value = element.get?.(property);
  return typeof value === 'object' && value !== null ? (value as Element) : undefined;
};

/** A text attribute or body; absent and empty are the same. */
export const text = (element: Element | undefined, property: string): string | undefined => {
  const value = element?.get?.(property);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** The extension element of that type, e.g. `zeebe:FormDefinition`. */
export const extension = (element: Element, type: string): Element | undefined => {
  const holder = child(element, 'extensionElements');
  return holder && elements(holder, 'values').find((value) => value.$type === type);
};

/** An `obieg:` setting, written as an element of its own or as a zeebe property `obieg:<setting>[.<attribute>]`. */
export const setting = (element: Element, name: string, attribute: string): string | undefined => {
  const type = `obieg:${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const properties = extension(element, 'zeebe:Properties');
  const written = (key: string): string | undefined =>
    text(properties && elements(properties, 'properties').find((property) => property.get?.('name') === key), 'value');
  return (
    text(extension(element, type), attribute) ??
    written(`obieg:${name}.${attribute}`) ??
    (attribute === 'id' ? written(`obieg:${name}`) : undefined)
  );
};
