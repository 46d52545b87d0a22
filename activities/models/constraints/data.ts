import { child, elements, isA, text } from '../element.ts';
import type { Element } from '../element.ts';
import { each } from './constraint.ts';
import type { Constraint } from './constraint.ts';
import { definitionsOf, payloadOf } from './event-kinds.ts';
import { itemOf, sameItem } from './items.ts';

type Lists = { sets: string; all: string; partial: string[]; back: string };
const input: Lists = {
  sets: 'inputSets',
  all: 'dataInputRefs',
  partial: ['optionalInputRefs', 'whileExecutingInputRefs'],
  back: 'inputSetRefs',
};
const output: Lists = {
  sets: 'outputSets',
  all: 'dataOutputRefs',
  partial: ['optionalOutputRefs', 'whileExecutingOutputRefs'],
  back: 'outputSetRefs',
};

const specification = (breaks: (specification: Element) => boolean | string | undefined): Constraint =>
  each(['bpmn:InputOutputSpecification'], breaks);

const inNoSet = (specification: Element, data: string, { sets, all }: Lists): string | undefined => {
  const used = new Set(elements(specification, sets).flatMap((set) => elements(set, all)));
  return elements(specification, data).find((each) => !used.has(each))?.id;
};

const isPartialAlone = (specification: Element, { sets, all, partial }: Lists): boolean =>
  elements(specification, sets).some((set) => {
    const whole = new Set(elements(set, all));
    return partial.flatMap((list) => elements(set, list)).some((data) => !whole.has(data));
  });

const isUnanswered = (specification: Element, from: Lists, to: Lists): boolean =>
  elements(specification, from.sets).some((set) =>
    elements(set, to.back).some((other) => !elements(other, from.back).includes(set)),
  );

const isOfProcess = (data: Element | undefined, type: string): boolean =>
  data?.$parent?.$parent !== undefined &&
  isA(data, type) &&
  isA(data.$parent, 'bpmn:InputOutputSpecification') &&
  isA(data.$parent.$parent, 'bpmn:Process');

const carrying = ['Message', 'Signal', 'Error', 'Escalation'].map((kind) => `bpmn:${kind}EventDefinition`);

/** Data of an event belongs to its definitions one by one, in their order (10.5.1). */
const eventDataFits = (event: Element): boolean => {
  const data = [...elements(event, 'dataInputs'), ...elements(event, 'dataOutputs')];
  const definitions = definitionsOf(event).filter((definition) => isA(definition, ...carrying));
  return (
    data.length === 0 ||
    (data.length === definitions.length &&
      definitions.every((definition, at) => {
        const payload = payloadOf(definition);
        return payload === undefined || sameItem(payload, itemOf(data[at]));
      }))
  );
};

/** Data, its sets and associations (10.4). */
export const data = {
  'collection-mismatch': each(['bpmn:DataInput', 'bpmn:DataOutput', 'bpmn:DataObject'], (element) => {
    const item = child(element, 'itemSubjectRef');
    return item !== undefined && (item.get?.('isCollection') === true) !== (element.get?.('isCollection') === true);
  }),
  'input-set': specification((each) => inNoSet(each, 'dataInputs', input)),
  'output-set': specification((each) => inNoSet(each, 'dataOutputs', output)),
  'optional-data': specification((each) => isPartialAlone(each, input) || isPartialAlone(each, output)),
  'set-pair': specification((each) => isUnanswered(each, input, output) || isUnanswered(each, output, input)),
  'association-direction': each(
    ['bpmn:DataAssociation'],
    (association) =>
      isOfProcess(child(association, 'targetRef'), 'bpmn:DataInput') ||
      elements(association, 'sourceRef').some((source) => isOfProcess(source, 'bpmn:DataOutput')),
  ),
  'association-sources': each(
    ['bpmn:DataAssociation'],
    (association) =>
      elements(association, 'sourceRef').length > 1 && child(association, 'transformation') === undefined,
  ),
  'association-item': each(['bpmn:DataAssociation'], (association) => {
    if (child(association, 'transformation') || elements(association, 'assignment').length > 0) return false;
    const given = itemOf(elements(association, 'sourceRef')[0]);
    const taken = itemOf(child(association, 'targetRef'));
    return given !== undefined && taken !== undefined && !sameItem(given, taken);
  }),
  'event-data': each(['bpmn:Event'], (event) => !eventDataFits(event)),
  // 10.4.1: the name of a reference is that of its object and the state in brackets
  'data-state-name': each(['bpmn:DataObjectReference'], (reference) => {
    const object = text(child(reference, 'dataObjectRef'), 'name');
    const state = text(child(reference, 'dataState'), 'name');
    const name = text(reference, 'name');
    if (object === undefined || state === undefined || name === undefined) return false;
    return name !== `${object} [${state}]` && `${object} [${state}]`;
  }),
} satisfies Record<string, Constraint>;
