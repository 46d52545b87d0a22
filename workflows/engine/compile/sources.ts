import { readExpression, type Expression } from '../feel.ts';
import type { Mapping, Source, TimerSetting } from '../graph.ts';
import { cycleOf, momentOf } from '../time.ts';
import { extensionOf, listOf, textOf, type ModdleElement } from './moddle.ts';
import type { Report } from './problems.ts';

/** Stands in for what could not be read: its problem is reported, so no graph with it ever leaves the compiler. */
const unreadable: Expression = { feel: 'null', reads: [] };

/** A FEEL expression, with or without its leading `=`. */
export const expressionFrom = (text: string, at: string, report: Report): Expression => {
  const read = readExpression(text);
  if (!('problem' in read)) return read;
  report(at, 'model.expressionInvalid', { expression: text, problem: read.problem });
  return unreadable;
};

/** An attribute that is FEEL when it begins with `=` and plain text otherwise. */
export const sourceFrom = (text: string, at: string, report: Report): Source =>
  text.startsWith('=') ? expressionFrom(text, at, report) : { text };

const mappingsFrom = (element: ModdleElement, property: string, report: Report): Mapping[] =>
  listOf(extensionOf(element, 'zeebe:IoMapping'), property).flatMap((mapping) => {
    const at = element.id ?? '';
    const target = textOf(mapping, 'target');
    if (target !== undefined) return [{ target, source: sourceFrom(textOf(mapping, 'source') ?? '=null', at, report) }];
    report(at, 'model.mappingTargetMissing');
    return [];
  });

export const inputsOf = (element: ModdleElement, report: Report): Mapping[] =>
  mappingsFrom(element, 'inputParameters', report);
export const outputsOf = (element: ModdleElement, report: Report): Mapping[] =>
  mappingsFrom(element, 'outputParameters', report);

const anyInstant = '2026-01-01T00:00:00.000Z';
/** A date or duration: FEEL, or ISO 8601 that is checked here. */
export const momentFrom = (text: string, at: string, report: Report): Source => {
  const source = sourceFrom(text, at, report);
  if ('text' in source && momentOf(source.text, anyInstant) === undefined)
    report(at, 'model.timerInvalid', { timer: text });
  return source;
};

/** The body of an expression element, e.g. of a condition or a cardinality. */
export const bodyOf = (element: ModdleElement | undefined, property: string): string | undefined =>
  textOf(element?.get?.(property) as ModdleElement | undefined, 'body');

/** The expression in a child element; absent when the model gives none. */
export const expressionIn = (
  element: ModdleElement | undefined,
  property: string,
  at: string,
  report: Report,
): Expression | undefined => {
  const text = bodyOf(element, property);
  return text === undefined ? undefined : expressionFrom(text, at, report);
};

const kinds = { timeDate: 'date', timeDuration: 'duration', timeCycle: 'cycle' } as const;

/** The timer of an event definition. */
export const timerFrom = (definition: ModdleElement, at: string, report: Report): TimerSetting => {
  for (const [property, kind] of Object.entries(kinds)) {
    const text = bodyOf(definition, property);
    if (text === undefined) continue;
    if (kind !== 'cycle') return { kind, value: momentFrom(text, at, report) };
    const value = sourceFrom(text, at, report);
    if ('text' in value && !cycleOf(value.text)) report(at, 'model.timerInvalid', { timer: text });
    return { kind, value };
  }
  report(at, 'model.timerMissing');
  return { kind: 'duration', value: unreadable };
};
