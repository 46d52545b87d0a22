import { parseExpression } from 'feelin';
import { child, elements, extension, isA, text } from '../element.ts';
import type { Element } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

const timerParts = ['timeDuration', 'timeCycle', 'timeDate'];

/** Attributes that hold FEEL when they begin with `=`. */
const marked = (element: Element): (string | undefined)[] => {
  const mapping = extension(element, 'zeebe:IoMapping');
  const mapped = mapping
    ? [...elements(mapping, 'inputParameters'), ...elements(mapping, 'outputParameters')].map((each) =>
        text(each, 'source'),
      )
    : [];
  const timers = elements(element, 'eventDefinitions').flatMap((timer) =>
    timerParts.map((part) => text(child(timer, part), 'body')),
  );
  const due = text(extension(element, 'zeebe:TaskSchedule'), 'dueDate');
  return [...mapped, ...timers, due].filter((value) => value?.startsWith('='));
};

/** Places that hold FEEL always, with or without the `=`. */
const always = (element: Element): (string | undefined)[] => {
  if (isA(element, 'bpmn:SequenceFlow')) return [text(child(element, 'conditionExpression'), 'body')];
  if (!isA(element, 'bpmn:ScriptTask')) return [];
  return [text(element, 'script') ?? text(extension(element, 'zeebe:Script'), 'expression')];
};

const parses = (source: string): boolean => {
  let sound = true;
  parseExpression(source.replace(/^=/, ''), {}, undefined).iterate({
    enter: (node) => {
      sound &&= !node.type.isError;
    },
  });
  return sound;
};

/** Every FEEL expression parses. */
export const feelParses: Rule = () => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:FlowElement')) return;
    for (const source of [...marked(element), ...always(element)])
      if (source !== undefined && !parses(source))
        report(reporter, element, `Expression does not parse: ${source}`, source);
  },
});
