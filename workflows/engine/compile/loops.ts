import type { EventTrigger, MultiInstance, StandardLoop } from '../graph.ts';
import { definitionsOf, triggerFrom } from './events.ts';
import { sourceOf, variableOf } from './data.ts';
import { childOf, extensionOf, flagOf, listOf, numberOf, textOf, type ModdleElement } from './moddle.ts';
import type { Report } from './problems.ts';
import { bodyOf, expressionFrom, expressionIn } from './sources.ts';

const standard = (loop: ModdleElement, at: string, report: Report): StandardLoop => {
  const maximum = numberOf(loop, 'loopMaximum');
  const condition = expressionIn(loop, 'loopCondition', at, report);
  if (maximum !== undefined && !(Number.isInteger(maximum) && maximum >= 1))
    report(at, 'model.loopMaximumInvalid', { maximum });
  if (maximum === undefined && !condition) report(at, 'model.loopEndless');
  return {
    kind: 'standard',
    ...(flagOf(loop, 'testBefore') ? { testBefore: true as const } : {}),
    ...(maximum === undefined ? {} : { maximum }),
    ...(condition ? { condition } : {}),
  };
};

type Collection = Pick<MultiInstance, 'collection' | 'item' | 'output'>;

/** The setting that four names make: the input collection, its item, the output collection, and what it is made of. */
const collectionOf = (
  [input, item, output, element]: (string | undefined)[],
  at: string,
  report: Report,
): Collection => ({
  ...(input === undefined ? {} : { collection: expressionFrom(input, at, report) }),
  ...(item === undefined ? {} : { item }),
  ...(output === undefined || element === undefined
    ? {}
    : { output: { collection: output, element: expressionFrom(element, at, report) } }),
});

/** zeebe's own words for the collections of a multi-instance activity. */
const zeebeCollection = (loop: ModdleElement, at: string, report: Report): Collection => {
  const settings = extensionOf(loop, 'zeebe:LoopCharacteristics');
  const read = (name: string): string | undefined => textOf(settings, name);
  const [input, item, output, element] = ['inputCollection', 'inputElement', 'outputCollection', 'outputElement'].map(
    read,
  );
  return collectionOf([input, item, output, element], at, report);
};

/** The standard's: references to data of the activity or around it. */
const dataCollection = (activity: ModdleElement, loop: ModdleElement, at: string, report: Report): Collection => {
  const input = sourceOf(activity, childOf(loop, 'loopDataInputRef'));
  const item = variableOf(childOf(loop, 'inputDataItem'));
  const output = sourceOf(activity, childOf(loop, 'loopDataOutputRef'));
  const element = variableOf(childOf(loop, 'outputDataItem'));
  return collectionOf([input, item, output, element], at, report);
};

const thrown = (definitions: ModdleElement[], at: string, report: Report): EventTrigger[] =>
  definitions.flatMap((definition) => triggerFrom(definition, at, report) ?? []);

const behaviour = (loop: ModdleElement, at: string, report: Report): Pick<MultiInstance, 'behaviour'> => {
  const kind = textOf(loop, 'behavior');
  if (kind === 'None' || kind === 'One') {
    const reference = childOf(loop, kind === 'None' ? 'noneBehaviorEventRef' : 'oneBehaviorEventRef');
    const [event] = reference ? thrown([reference], at, report) : [];
    return event ? { behaviour: { kind: kind === 'None' ? 'none' : 'one', event } } : {};
  }
  if (kind !== 'Complex') return {};
  const events = listOf(loop, 'complexBehaviorDefinition').flatMap((definition) => {
    const condition = expressionIn(definition, 'condition', at, report);
    const event = childOf(definition, 'event');
    return condition ? [{ condition, triggers: event ? thrown(definitionsOf(event), at, report) : [] }] : [];
  });
  return { behaviour: { kind: 'complex', events } };
};

const multi = (activity: ModdleElement, loop: ModdleElement, at: string, report: Report): MultiInstance => {
  const cardinality = expressionIn(loop, 'loopCardinality', at, report);
  const completion = expressionIn(loop, 'completionCondition', at, report);
  const collections = { ...dataCollection(activity, loop, at, report), ...zeebeCollection(loop, at, report) };
  const written = bodyOf(loop, 'loopCardinality');
  if (!cardinality && !collections.collection) report(at, 'model.cardinalityMissing');
  if (written !== undefined && /^=?\s*-\s*\d+$/.test(written))
    report(at, 'model.cardinalityInvalid', { cardinality: written });
  return {
    kind: 'multi',
    ...(flagOf(loop, 'isSequential') ? { sequential: true as const } : {}),
    ...(cardinality ? { cardinality } : {}),
    ...collections,
    ...(completion ? { completion } : {}),
    ...behaviour(loop, at, report),
  };
};

/** How an activity repeats. */
export const loopOf = (
  activity: ModdleElement,
  at: string,
  report: Report,
): StandardLoop | MultiInstance | undefined => {
  const loop = childOf(activity, 'loopCharacteristics');
  if (!loop) return undefined;
  return loop.$type === 'bpmn:StandardLoopCharacteristics'
    ? standard(loop, at, report)
    : multi(activity, loop, at, report);
};
