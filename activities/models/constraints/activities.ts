import { child, elements, isA, text } from '../element.ts';
import type { Element } from '../element.ts';
import { each, eachExecutable } from './constraint.ts';
import type { Constraint } from './constraint.ts';
import { hasForeign } from './model-view.ts';

const below = (element: Element, property: string, least: number): boolean => {
  const value = element.get?.(property);
  return typeof value === 'number' && value < least;
};

/** A part of a collection: one value, of the type that the collection holds. */
const fitsCollection = (item: Element | undefined, collection: Element | undefined): boolean => {
  if (item === undefined) return true;
  if (item.get?.('isCollection') === true) return false;
  const structure = text(item, 'structureRef');
  const held = collection && text(collection, 'structureRef');
  return structure === undefined || held === undefined || structure === held;
};

const itemOf = (element: Element | undefined): Element | undefined => element && child(element, 'itemSubjectRef');

const mediaType = /^[\w.+-]+\/[\w.+-]+(;.*)?$/;
const isFormat = (value: unknown): boolean => typeof value !== 'string' || mediaType.test(value);

/** Activities, subprocesses and their loops (10.3). */
export const activities = {
  'process-public': each(
    ['bpmn:Process'],
    (process) => process.get?.('isExecutable') === true && process.get('processType') === 'Public',
  ),
  'token-quantity': each(
    ['bpmn:Activity'],
    (activity) => below(activity, 'startQuantity', 1) || below(activity, 'completionQuantity', 1),
  ),
  'text-format': each(
    ['bpmn:Documentation', 'bpmn:TextAnnotation'],
    (element) => !isFormat(element.get?.('textFormat')) && String(element.get?.('textFormat')),
  ),
  // FEEL, the language that the engine runs, has no registered media type.
  'script-format': eachExecutable(['bpmn:ScriptTask'], (task) => {
    const format = text(task, 'scriptFormat');
    return format !== undefined && !mediaType.test(format) && format.toLowerCase() !== 'feel' && format;
  }),
  'receive-instantiate': each(
    ['bpmn:ReceiveTask'],
    (task, model) => task.get?.('instantiate') === true && model.incoming(task).length > 0,
  ),
  'ad-hoc-empty': each(
    ['bpmn:AdHocSubProcess'],
    (scope) => !elements(scope, 'flowElements').some((element) => isA(element, 'bpmn:Activity')),
  ),
  'ad-hoc-content': each(
    ['bpmn:AdHocSubProcess'],
    (scope) =>
      elements(scope, 'flowElements').find((element) =>
        isA(element, 'bpmn:StartEvent', 'bpmn:EndEvent', 'bpmn:ChoreographyActivity'),
      )?.$type,
  ),
  'subprocess-data': each(['bpmn:SubProcess'], (scope) => child(scope, 'ioSpecification') !== undefined),
  'loop-maximum': each(['bpmn:StandardLoopCharacteristics'], (loop) => below(loop, 'loopMaximum', 0)),
  'multi-instance-count': eachExecutable(
    ['bpmn:MultiInstanceLoopCharacteristics'],
    (loop) =>
      child(loop, 'loopCardinality') === undefined &&
      child(loop, 'loopDataInputRef') === undefined &&
      !hasForeign(loop),
  ),
  'multi-instance-item': each(
    ['bpmn:MultiInstanceLoopCharacteristics'],
    (loop) =>
      !fitsCollection(itemOf(child(loop, 'inputDataItem')), itemOf(child(loop, 'loopDataInputRef'))) ||
      !fitsCollection(itemOf(child(loop, 'outputDataItem')), itemOf(child(loop, 'loopDataOutputRef'))),
  ),
} satisfies Record<string, Constraint>;
