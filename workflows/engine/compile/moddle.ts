/** What the compiler needs of an element parsed by bpmn-moddle or dmn-moddle; the caller parses. */
export type ModdleElement = {
  $type: string;
  $parent?: ModdleElement;
  id?: string;
  name?: string;
  /** a property by its name in the standard; foreign content has none */
  get?(name: string): unknown;
};

export const listOf = (element: ModdleElement | undefined, property: string): ModdleElement[] => {
  const value = element?.get?.(property);
  return Array.isArray(value) ? (value as ModdleElement[]) : [];
};

export const childOf = (element: ModdleElement | undefined, property: string): ModdleElement | undefined => {
  const value = element?.get?.(property);
  return typeof value === 'object' && value !== null ? (value as ModdleElement) : undefined;
};

/** A text attribute or body; absent and empty are the same. */
export const textOf = (element: ModdleElement | undefined, property: string): string | undefined => {
  const value = element?.get?.(property);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

export const numberOf = (element: ModdleElement, property: string): number | undefined => {
  const value = element.get?.(property);
  return typeof value === 'number' ? value : undefined;
};

/** A single reference that some tools write as a list. */
export const refOf = (element: ModdleElement | undefined, property: string): ModdleElement | undefined =>
  listOf(element, property)[0] ?? childOf(element, property);

export const isType = (element: ModdleElement, ...types: string[]): boolean =>
  types.some((type) => element.$type === `bpmn:${type}`);

export const flagOf = (element: ModdleElement, property: string): boolean => element.get?.(property) === true;

/** The extension element of that type, e.g. `zeebe:FormDefinition`. */
export const extensionOf = (element: ModdleElement, type: string): ModdleElement | undefined =>
  listOf(childOf(element, 'extensionElements'), 'values').find((value) => value.$type === type);

/** An `obieg:` setting, written as an element of its own or as a zeebe property `obieg:<setting>[.<attribute>]`. */
export const settingOf = (element: ModdleElement, type: string, attribute: string): string | undefined => {
  const properties = listOf(extensionOf(element, 'zeebe:Properties'), 'properties');
  const name = `obieg:${type.charAt(0).toLowerCase()}${type.slice(1)}`;
  const keys = attribute === 'id' ? [name, `${name}.id`] : [`${name}.${attribute}`];
  const property = properties.find((each) => keys.includes(textOf(each, 'name') ?? ''));
  return textOf(extensionOf(element, `obieg:${type}`), attribute) ?? textOf(property, 'value');
};
