import { child, elements, isA } from '../element.ts';
import type { Element } from '../element.ts';

/** Definitions of an event, its own and those it refers to. */
export const definitionsOf = (event: Element): Element[] => [
  ...elements(event, 'eventDefinitions'),
  ...elements(event, 'eventDefinitionRef'),
];

/** What triggers or results: `Message`, `Timer`…, none for a plain event. */
export const kindsOf = (event: Element): string[] =>
  definitionsOf(event).map(({ $type }) => $type.replace(/^.*:/, '').replace('EventDefinition', ''));

export const hasKind = (event: Element, kind: string): boolean => kindsOf(event).includes(kind);

/** The first kind that is not among those allowed. */
export const strangeKind = (event: Element, allowed: string[]): string | undefined =>
  kindsOf(event).find((kind) => !allowed.includes(kind));

export const isEventSubProcess = (element: Element | undefined): boolean =>
  element !== undefined && isA(element, 'bpmn:SubProcess') && element.get?.('triggeredByEvent') === true;

export const isLink = (element: Element, type: string): boolean => isA(element, type) && hasKind(element, 'Link');

/** Which data travels with a definition: the item of its message, signal, error or escalation. */
export const payloadOf = (definition: Element): Element | undefined => {
  const message = child(definition, 'messageRef');
  const other = child(definition, 'signalRef') ?? child(definition, 'errorRef') ?? child(definition, 'escalationRef');
  return message ? child(message, 'itemRef') : other && child(other, 'structureRef');
};
