import { child, elements } from '../element.ts';
import type { Element } from '../element.ts';
import { each, eachExecutable } from './constraint.ts';
import type { Constraint } from './constraint.ts';
import { dataIn, itemOf, sameItem, sameItems, specificationOf } from './items.ts';
import type { Specification } from './items.ts';

const nothing: Specification = { inputs: [], outputs: [], inputSets: [], outputSets: [] };

/** One set with one piece of data that carries the message's item. */
const carries = (sets: Element[], data: Element[], message: Element): boolean =>
  sets.length === 1 && data.length === 1 && sameItem(itemOf(data[0]), child(message, 'itemRef'));

const hasItem = (message: Element | undefined): message is Element =>
  message !== undefined && child(message, 'itemRef') !== undefined;

/** Messages of a task: its own, or that of its operation. */
const messageOf = (task: Element): Element | undefined => {
  const operation = child(task, 'operationRef');
  return child(task, 'messageRef') ?? (operation && child(operation, 'inMessageRef'));
};

const transports = (message: Element | undefined, sets: Element[], data: Element[]): boolean =>
  sets.length <= 1 &&
  data.length <= 1 &&
  (data.length === 0 || !hasItem(message) || sameItem(itemOf(data[0]), child(message, 'itemRef')));

const bindingsOf = (callable: Element): Element[] => elements(callable, 'ioBinding');

/** What tasks exchange with operations, messages and called elements (10.3.3, 10.3.6, 10.4.1). */
export const interfaces = {
  'service-data': eachExecutable(['bpmn:ServiceTask'], (task) => {
    const operation = child(task, 'operationRef');
    if (!operation) return false;
    const { inputs, outputs, inputSets, outputSets } = specificationOf(task) ?? nothing;
    const asked = child(operation, 'inMessageRef');
    const answered = child(operation, 'outMessageRef');
    return (
      (hasItem(asked) && !carries(inputSets, inputs, asked)) ||
      (hasItem(answered) && !carries(outputSets, outputs, answered))
    );
  }),
  'send-data': eachExecutable(['bpmn:SendTask'], (task) => {
    const { inputs, inputSets } = specificationOf(task) ?? nothing;
    return !transports(messageOf(task), inputSets, inputs);
  }),
  'receive-data': eachExecutable(['bpmn:ReceiveTask'], (task) => {
    const { outputs, outputSets } = specificationOf(task) ?? nothing;
    return !transports(messageOf(task), outputSets, outputs);
  }),
  'called-data': eachExecutable(['bpmn:CallActivity'], (call, model) => {
    const called = call.get?.('calledElement');
    const callable = typeof called === 'string' ? model.callable(called) : undefined;
    if (!callable) return false;
    const given = specificationOf(call) ?? nothing;
    const taken = specificationOf(callable) ?? nothing;
    return !sameItems(given.inputs, taken.inputs) || !sameItems(given.outputs, taken.outputs);
  }),
  'interface-binding': each(['bpmn:CallableElement'], (callable) => {
    const operations = elements(callable, 'supportedInterfaceRef').flatMap((each) => elements(each, 'operations'));
    const bound = new Set(bindingsOf(callable).map((binding) => child(binding, 'operationRef')));
    return operations.find((operation) => !bound.has(operation))?.id;
  }),
  'binding-data': each(
    ['bpmn:CallableElement'],
    (callable) =>
      bindingsOf(callable).flatMap((binding) => {
        const operation = child(binding, 'operationRef');
        const pairs = [
          [operation && child(operation, 'inMessageRef'), dataIn(child(binding, 'inputDataRef'))],
          [operation && child(operation, 'outMessageRef'), dataIn(child(binding, 'outputDataRef'))],
        ] as const;
        const fits = pairs.every(
          ([message, data]) =>
            !hasItem(message) || (data.length === 1 && sameItem(itemOf(data[0]), child(message, 'itemRef'))),
        );
        return fits ? [] : [operation?.id ?? ''];
      })[0],
  ),
} satisfies Record<string, Constraint>;
