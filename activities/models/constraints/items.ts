import { child, elements, isA, text } from '../element.ts';
import type { Element } from '../element.ts';

/** The item definition of data: its own, or that of the object or store that it shows. */
export const itemOf = (data: Element | undefined): Element | undefined => {
  if (!data) return undefined;
  const shown = child(data, 'dataObjectRef') ?? child(data, 'dataStoreRef');
  return child(data, 'itemSubjectRef') ?? (shown && child(shown, 'itemSubjectRef'));
};

/** Equivalent item definitions (10.4.1) have the same kind: their structure, or the definition itself where it has none. */
const kindOf = (item: Element | undefined): unknown => text(item, 'structureRef') ?? item;

export const sameItem = (one: Element | undefined, other: Element | undefined): boolean =>
  kindOf(one) === kindOf(other);

export type Specification = { inputs: Element[]; outputs: Element[]; inputSets: Element[]; outputSets: Element[] };

/** What an activity, process or global task takes and gives. */
export const specificationOf = (element: Element): Specification | undefined => {
  const specification = child(element, 'ioSpecification');
  return (
    specification && {
      inputs: elements(specification, 'dataInputs'),
      outputs: elements(specification, 'dataOutputs'),
      inputSets: elements(specification, 'inputSets'),
      outputSets: elements(specification, 'outputSets'),
    }
  );
};

/** Whether both lists hold the same items, in whatever order. */
export const sameItems = (some: Element[], others: Element[]): boolean => {
  const counts = new Map<unknown, number>();
  const add = (list: Element[], by: number): void => {
    for (const kind of list.map((data) => kindOf(itemOf(data)))) counts.set(kind, (counts.get(kind) ?? 0) + by);
  };
  add(some, 1);
  add(others, -1);
  return [...counts.values()].every((count) => count === 0);
};

/** The data of one set, or the data itself where a model names it without the set. */
export const dataIn = (setOrData: Element | undefined): Element[] => {
  if (!setOrData) return [];
  if (isA(setOrData, 'bpmn:InputSet')) return elements(setOrData, 'dataInputRefs');
  if (isA(setOrData, 'bpmn:OutputSet')) return elements(setOrData, 'dataOutputRefs');
  return [setOrData];
};
