import type { GraphNode, Mapping } from '../graph.ts';
import { childOf, isType, listOf, refOf, textOf, type ModdleElement } from './moddle.ts';
import type { Report } from './problems.ts';
import { bodyOf, expressionFrom, expressionIn } from './sources.ts';

const usable = /^[\p{L}_][\p{L}\p{N}_]*$/u;

const referencesTo = (object: ModdleElement | undefined): ModdleElement[] =>
  listOf(object?.$parent, 'flowElements').filter((each) => childOf(each, 'dataObjectRef') === object);

/**
 * The variable that stands for a data object, property, data input or output: its name where FEEL can read it, its id
 * otherwise. Modellers name the references that they draw and leave the data object itself without a name.
 */
export const variableOf = (element: ModdleElement | undefined): string | undefined => {
  const object = childOf(element, 'dataObjectRef') ?? element;
  const names = [object, ...referencesTo(object)].map((each) => textOf(each, 'name'));
  return names.find((name) => name !== undefined && usable.test(name)) ?? object?.id;
};

const associations = (element: ModdleElement, kind: 'Input' | 'Output'): ModdleElement[] => [
  ...listOf(element, `data${kind}Associations`),
  ...listOf(element, `data${kind}Association`),
];

const sourceIn = (association: ModdleElement): ModdleElement | undefined => refOf(association, 'sourceRef');

/** Where the collection of a multi-instance activity lies: a data input of its own stands for what is associated with it. */
export const sourceOf = (activity: ModdleElement, data: ModdleElement | undefined): string | undefined => {
  if (!data) return undefined;
  const input = associations(activity, 'Input').find((each) => childOf(each, 'targetRef')?.id === data.id);
  const output = associations(activity, 'Output').find((each) => sourceIn(each)?.id === data.id);
  return variableOf((input && sourceIn(input)) ?? childOf(output, 'targetRef') ?? data);
};

const assigned = (association: ModdleElement, at: string, report: Report): Mapping[] =>
  listOf(association, 'assignment').flatMap((assignment) => {
    const from = bodyOf(assignment, 'from');
    const to = bodyOf(assignment, 'to');
    return from === undefined || to === undefined ? [] : [{ target: to, source: expressionFrom(from, at, report) }];
  });

/** Modellers of bpmn.io draw an association to an activity to this property, which holds nothing. */
const placeholder = '__targetRef_placeholder';

const inputsOf = (element: ModdleElement, at: string, report: Report): Mapping[] =>
  associations(element, 'Input').flatMap((association) => {
    const target = variableOf(childOf(association, 'targetRef'));
    if (target === placeholder) return [];
    const source = variableOf(sourceIn(association));
    const transformed = expressionIn(association, 'transformation', at, report);
    const value = transformed ?? (source === undefined ? undefined : expressionFrom(source, at, report));
    const copied = target !== undefined && value ? [{ target, source: value }] : [];
    return [...copied, ...assigned(association, at, report)];
  });

type Output = NonNullable<GraphNode['dataOutputs']>[number];

const outputsOf = (element: ModdleElement, at: string, report: Report): Output[] =>
  associations(element, 'Output').flatMap((association): Output[] => {
    const target = variableOf(childOf(association, 'targetRef'));
    const output = variableOf(sourceIn(association)) ?? '';
    const source = expressionIn(association, 'transformation', at, report);
    const copied = target === undefined ? [] : [{ target, output, ...(source ? { source } : {}) }];
    const rest = assigned(association, at, report).flatMap((each) =>
      'feel' in each.source ? [{ target: each.target, output, source: each.source }] : [],
    );
    return [...copied, ...rest];
  });

/** The data associations of an activity or event. */
export const dataOf = (
  element: ModdleElement,
  at: string,
  report: Report,
): Pick<GraphNode, 'dataInputs' | 'dataOutputs'> => {
  const dataInputs = inputsOf(element, at, report);
  const dataOutputs = outputsOf(element, at, report);
  return { ...(dataInputs.length > 0 ? { dataInputs } : {}), ...(dataOutputs.length > 0 ? { dataOutputs } : {}) };
};

/** Properties, and the data objects that some association reads or fills: variables of their own, empty at first. */
export const declaredIn = (container: ModdleElement): string[] => {
  const elements = listOf(container, 'flowElements');
  const used = new Set(
    elements.flatMap((element) =>
      [...associations(element, 'Input'), ...associations(element, 'Output')].flatMap((each) => [
        variableOf(sourceIn(each)),
        variableOf(childOf(each, 'targetRef')),
      ]),
    ),
  );
  const objects = elements.filter((element) => isType(element, 'DataObject')).map(variableOf);
  const properties = listOf(container, 'properties').map(variableOf);
  return [...new Set([...properties, ...objects.filter((name) => used.has(name))])].flatMap((name) => name ?? []);
};
