import { cycleOf } from '../../../workflows/engine/time.ts';
import { child, elements, isA, text } from '../element.ts';
import type { Element } from '../element.ts';
import { report } from './rule.ts';
import type { Rule } from './rule.ts';

const duration = /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;
const date = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(value) &&
  !Number.isNaN(Date.parse(value));

/** How each part of a timer is written in ISO 8601. */
export const timerForms = {
  timeDuration: (value: string) => duration.test(value),
  timeCycle: (value: string) => cycleOf(value) !== undefined,
  timeDate: date,
};

const faultOf = (timer: Element): string | undefined => {
  const given = (['timeDuration', 'timeCycle', 'timeDate'] as const).filter((kind) => child(timer, kind));
  const [kind] = given;
  if (kind === undefined) return 'Timer has no duration, date or cycle';
  if (given.length > 1) return 'Timer has more than one of duration, date and cycle';
  const value = text(child(timer, kind), 'body');
  if (value === undefined) return 'Timer is empty';
  // FEEL is checked by the rule for expressions
  return value.startsWith('=') || timerForms[kind](value) ? undefined : `Timer <${value}> is not an ISO 8601 ${kind}`;
};

/** A timer says exactly one of duration, date and cycle, in ISO 8601 or FEEL. */
export const timerParses: Rule = () => ({
  check(element, reporter) {
    if (!isA(element, 'bpmn:Event')) return;
    for (const timer of elements(element, 'eventDefinitions').filter((each) =>
      isA(each, 'bpmn:TimerEventDefinition'),
    )) {
      const fault = faultOf(timer);
      if (fault !== undefined) report(reporter, element, fault);
    }
  },
});
