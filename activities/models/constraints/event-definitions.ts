import { child, elements, isA, text } from '../element.ts';
import type { Element } from '../element.ts';
import { timerForms } from '../rules/timer-parses.ts';
import { each, eachExecutable } from './constraint.ts';
import type { Constraint } from './constraint.ts';
import { definitionsOf, hasKind } from './event-kinds.ts';
import type { ModelView } from './model-view.ts';

const timerParts = ['timeDuration', 'timeCycle', 'timeDate'] as const;
const partsOf = (timer: Element): (typeof timerParts)[number][] =>
  timerParts.filter((part) => child(timer, part) !== undefined);
/** FEEL, or the expression of another engine: read by its own rules. */
const isComputed = (value: string): boolean => /^(=|[$#]\{)/.test(value);

const catchingCode: Record<string, { reference: string; code: string }> = {
  Error: { reference: 'errorRef', code: 'errorCode' },
  Escalation: { reference: 'escalationRef', code: 'escalationCode' },
};

/** A thrown error or escalation is caught by its code, so that an executable process names it (10.5.6). */
const codeMissing = (kind: string): Constraint =>
  eachExecutable(
    ['bpmn:ThrowEvent'],
    (event) =>
      hasKind(event, kind) &&
      definitionsOf(event).some((definition) => {
        const place = catchingCode[kind];
        if (!place || !isA(definition, `bpmn:${kind}EventDefinition`)) return false;
        return text(child(definition, place.reference), place.code) === undefined;
      }),
  );

/**
 * Engines with extensions of their own deliver a message by its name (`zeebe:subscription`, `camunda:topic`…); without
 * one of them only the operation says how it travels.
 */
const isDeliveredByName = (model: ModelView): boolean => {
  const attributes = (model.definitions as { $attrs?: Record<string, unknown> }).$attrs ?? {};
  return Object.entries(attributes).some(
    ([name, value]) =>
      name.endsWith(':executionPlatform') ||
      (name.startsWith('xmlns:') && /camunda\.org|activiti\.org|flowable\.org|obieg\.eu/.test(String(value))),
  );
};

const onEvent = (type: string, breaks: (definition: Element) => boolean): Constraint =>
  eachExecutable(['bpmn:Event'], (event) =>
    definitionsOf(event).some((definition) => isA(definition, type) && breaks(definition)),
  );

/** What the definition of an event has to say (10.5.6). */
export const eventDefinitions = {
  'event-definition-foreign': each(
    ['bpmn:Event'],
    (event) =>
      elements(event, 'eventDefinitionRef').find(
        ({ $parent }) => $parent === undefined || !isA($parent, 'bpmn:Definitions'),
      )?.id,
  ),
  'message-missing': onEvent(
    'bpmn:MessageEventDefinition',
    (definition) => child(definition, 'messageRef') === undefined,
  ),
  'operation-missing': (model) => {
    if (!model.namesItsLanguage || isDeliveredByName(model)) return [];
    return onEvent(
      'bpmn:MessageEventDefinition',
      (definition) => child(definition, 'operationRef') === undefined,
    )(model);
  },
  'signal-missing': onEvent('bpmn:SignalEventDefinition', (definition) => child(definition, 'signalRef') === undefined),
  'error-code-missing': codeMissing('Error'),
  'escalation-code-missing': codeMissing('Escalation'),
  'timer-value': onEvent('bpmn:TimerEventDefinition', (timer) => partsOf(timer).length !== 1),
  'timer-invalid': eachExecutable(
    ['bpmn:Event'],
    (event) =>
      definitionsOf(event).flatMap((timer) =>
        partsOf(timer).flatMap((part) => {
          const value = text(child(timer, part), 'body');
          return value === undefined || isComputed(value) || timerForms[part](value) ? [] : [value];
        }),
      )[0],
  ),
} satisfies Record<string, Constraint>;
