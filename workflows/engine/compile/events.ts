import type { EventTrigger, NodeOf } from '../graph.ts';
import { childOf, flagOf, listOf, textOf, type ModdleElement } from './moddle.ts';
import { messageOf } from './messages.ts';
import type { Report } from './problems.ts';
import { expressionIn, timerFrom } from './sources.ts';
import { workFrom, type Reader, type Settings } from './tasks.ts';

type TriggerReader = (definition: ModdleElement, at: string, report: Report) => EventTrigger | undefined;

const missing = (at: string, report: Report, code: `model.${string}`): undefined => {
  report(at, code);
  return undefined;
};

/** Errors and escalations are told apart by their code; one without a code by its id. */
const codeOf = (definition: ModdleElement, reference: string, code: string): { code?: string } => {
  const element = childOf(definition, reference);
  const known = textOf(element, code) ?? element?.id;
  return known === undefined ? {} : { code: known };
};

const triggers: Record<string, TriggerReader> = {
  'bpmn:MessageEventDefinition': (definition, at, report) => {
    const message = messageOf(definition, at, report);
    return message && { kind: 'message', ...message };
  },
  'bpmn:TimerEventDefinition': (definition, at, report) => ({
    kind: 'timer',
    timer: timerFrom(definition, at, report),
  }),
  'bpmn:SignalEventDefinition': (definition, at, report) => {
    const signal = childOf(definition, 'signalRef');
    const name = textOf(signal, 'name') ?? signal?.id;
    return name === undefined ? missing(at, report, 'model.signalMissing') : { kind: 'signal', signal: name };
  },
  'bpmn:ConditionalEventDefinition': (definition, at, report) => {
    const condition = expressionIn(definition, 'condition', at, report);
    return condition ? { kind: 'conditional', condition } : missing(at, report, 'model.conditionMissing');
  },
  'bpmn:ErrorEventDefinition': (definition) => ({ kind: 'error', ...codeOf(definition, 'errorRef', 'errorCode') }),
  'bpmn:EscalationEventDefinition': (definition) => ({
    kind: 'escalation',
    ...codeOf(definition, 'escalationRef', 'escalationCode'),
  }),
  'bpmn:CompensateEventDefinition': (definition) => {
    const activity = childOf(definition, 'activityRef')?.id;
    const async = definition.get?.('waitForCompletion') === false;
    return {
      kind: 'compensation',
      ...(activity === undefined ? {} : { activity }),
      ...(async ? { async: true as const } : {}),
    };
  },
  'bpmn:CancelEventDefinition': () => ({ kind: 'cancel' }),
  'bpmn:TerminateEventDefinition': () => ({ kind: 'terminate' }),
  'bpmn:LinkEventDefinition': (definition, at, report) => {
    const link = textOf(definition, 'name');
    return link === undefined ? missing(at, report, 'model.linkMissing') : { kind: 'link', link };
  },
};

/** The event definition as the engine knows it; one referred to may lie outside the element. */
export const triggerFrom: TriggerReader = (definition, at, report) =>
  triggers[definition.$type]?.(definition, at, report);

export const definitionsOf = (element: ModdleElement): ModdleElement[] => [
  ...listOf(element, 'eventDefinitions'),
  ...listOf(element, 'eventDefinitionRef'),
];

const startOfProcess = ['message', 'timer', 'signal', 'conditional'];
/** The start of an event subprocess, which may bear more than that of a process. */
export const eventSubProcessStart = 'bpmn:StartEvent of an event subprocess';

/** Which events each element may bear (BPMN 2.0.2, tables 10.84 to 10.93); for the compiler and the page that lists them. */
export const allowedEvents: Record<string, string[]> = {
  'bpmn:StartEvent': startOfProcess,
  [eventSubProcessStart]: [...startOfProcess, 'error', 'escalation', 'compensation'],
  'bpmn:IntermediateCatchEvent': [...startOfProcess, 'link'],
  'bpmn:IntermediateThrowEvent': ['message', 'signal', 'escalation', 'compensation', 'link'],
  'bpmn:BoundaryEvent': [...startOfProcess, 'error', 'escalation', 'compensation', 'cancel'],
  'bpmn:EndEvent': ['message', 'signal', 'error', 'escalation', 'compensation', 'cancel', 'terminate'],
};

const inEventSubProcess = (element: ModdleElement): boolean => {
  const parent = element.$parent;
  return parent !== undefined && flagOf(parent, 'triggeredByEvent');
};

const eventsOf = (element: ModdleElement, at: string, report: Report): EventTrigger[] => {
  const own = element.$type === 'bpmn:StartEvent' && inEventSubProcess(element);
  const may = allowedEvents[own ? eventSubProcessStart : element.$type] ?? [];
  return definitionsOf(element).flatMap((definition) => {
    const trigger = triggerFrom(definition, at, report);
    if (trigger && may.includes(trigger.kind)) return [trigger];
    if (trigger || !triggers[definition.$type])
      report(at, 'model.eventUnsupported', { element: element.$type, event: definition.$type });
    return [];
  });
};

const parallel = (element: ModdleElement): { parallel?: true } =>
  flagOf(element, 'parallelMultiple') ? { parallel: true } : {};

const boundaryEvent: Reader = (element, at, report): Settings<NodeOf<'boundaryEvent'>> => {
  const events = eventsOf(element, at, report);
  if (events.length === 0) report(at, 'model.eventMissing');
  // an error, and the cancelling of a transaction, always end what they come from (10.5.4), whatever is drawn
  const always = events.some(({ kind }) => kind === 'error' || kind === 'cancel');
  return {
    kind: 'boundaryEvent',
    host: childOf(element, 'attachedToRef')?.id ?? '',
    interrupting: always || element.get?.('cancelActivity') !== false,
    events,
    ...parallel(element),
  };
};

const catchEvent: Reader = (element, at, report) => {
  const events = eventsOf(element, at, report);
  if (events.length === 0) report(at, 'model.eventMissing');
  const endless = events.some(
    (event) => event.kind === 'timer' && 'text' in event.timer.value && event.timer.value.text.startsWith('R/'),
  );
  if (endless) report(at, 'model.timerCycleHere');
  return { kind: 'intermediateCatchEvent', events, ...parallel(element) };
};

const startEvent: Reader = (element, at, report) => {
  const events = eventsOf(element, at, report);
  // an error always ends the scope it comes from (table 10.86), whatever is drawn
  const always = events.some(({ kind }) => kind === 'error');
  return {
    kind: 'startEvent',
    events,
    ...parallel(element),
    ...(inEventSubProcess(element) ? { interrupting: always || element.get?.('isInterrupting') !== false } : {}),
  };
};

const throwing =
  (kind: 'intermediateThrowEvent' | 'endEvent'): Reader =>
  (element, at, report) => {
    const events = eventsOf(element, at, report);
    if (events.some((event) => event.kind === 'error' && event.code === undefined))
      report(at, 'model.errorCodeMissing');
    if (events.some((event) => event.kind === 'escalation' && event.code === undefined))
      report(at, 'model.escalationCodeMissing');
    return { kind, events, ...workFrom(element, at, report) };
  };

export const eventReaders: Record<string, Reader> = {
  'bpmn:StartEvent': startEvent,
  'bpmn:IntermediateCatchEvent': catchEvent,
  'bpmn:BoundaryEvent': boundaryEvent,
  'bpmn:IntermediateThrowEvent': throwing('intermediateThrowEvent'),
  'bpmn:EndEvent': throwing('endEvent'),
};
