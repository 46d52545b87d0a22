import { childOf, flagOf, listOf, textOf, type ModdleElement } from './moddle.ts';
import type { Report } from './problems.ts';
import { timerFrom } from './sources.ts';
import { messageFrom, workFrom, type Reader, type Settings } from './tasks.ts';

type Context = { element: ModdleElement; definition: ModdleElement; at: string; report: Report };
type EventReader = (context: Context) => Settings;

const message = ({ definition, at, report }: Context): string => messageFrom(definition, at, report);
const timer = ({ definition, at, report }: Context) => timerFrom(definition, at, report);
const sent = ({ element, definition, at, report }: Context) => {
  const name = textOf(childOf(definition, 'messageRef'), 'name');
  return { ...workFrom(element, at, report), ...(name === undefined ? {} : { message: name }) };
};
const errorCode = ({ definition }: Context): string | undefined => {
  const error = childOf(definition, 'errorRef');
  return textOf(error, 'errorCode') ?? error?.id;
};
const boundary = ({ element }: Context) => ({
  host: childOf(element, 'attachedToRef')?.id ?? '',
  interrupting: flagOf(element, 'cancelActivity'),
});

const none = 'none';
/** Which kind of node an event is, by its element and its event definition. */
const readers: Record<string, Record<string, EventReader>> = {
  'bpmn:StartEvent': {
    [none]: () => ({ kind: 'startEvent' }),
    'bpmn:MessageEventDefinition': (context) => ({ kind: 'messageStartEvent', message: message(context) }),
    'bpmn:TimerEventDefinition': (context) => ({ kind: 'timerStartEvent', timer: timer(context) }),
  },
  'bpmn:IntermediateThrowEvent': {
    [none]: () => ({ kind: 'intermediateThrowEvent' }),
    'bpmn:MessageEventDefinition': (context) => ({ kind: 'messageThrowEvent', ...sent(context) }),
  },
  'bpmn:IntermediateCatchEvent': {
    'bpmn:MessageEventDefinition': (context) => ({ kind: 'messageCatchEvent', message: message(context) }),
    'bpmn:TimerEventDefinition': (context) => ({ kind: 'timerCatchEvent', timer: timer(context) }),
  },
  'bpmn:EndEvent': {
    [none]: () => ({ kind: 'endEvent' }),
    'bpmn:MessageEventDefinition': (context) => ({ kind: 'messageEndEvent', ...sent(context) }),
    'bpmn:TerminateEventDefinition': () => ({ kind: 'terminateEndEvent' }),
    'bpmn:ErrorEventDefinition': (context) => {
      const code = errorCode(context);
      if (code === undefined) context.report(context.at, 'model.errorCodeMissing');
      return { kind: 'errorEndEvent', code: code ?? '' };
    },
  },
  'bpmn:BoundaryEvent': {
    'bpmn:MessageEventDefinition': (context) => ({
      kind: 'messageBoundaryEvent',
      ...boundary(context),
      message: message(context),
    }),
    'bpmn:TimerEventDefinition': (context) => ({
      kind: 'timerBoundaryEvent',
      ...boundary(context),
      timer: timer(context),
    }),
    'bpmn:ErrorEventDefinition': (context) => {
      const code = errorCode(context);
      // an error always ends what threw it (BPMN 2.0.2, 10.5.4), whatever the diagram's attribute says
      return {
        kind: 'errorBoundaryEvent',
        ...boundary(context),
        interrupting: true,
        ...(code === undefined ? {} : { code }),
      };
    },
  },
};

const readEvent: Reader = (element, at, report) => {
  const definitions = listOf(element, 'eventDefinitions');
  const [definition = element] = definitions;
  const type = definitions.length === 0 ? none : definition.$type;
  const read = readers[element.$type]?.[type];
  if (read && definitions.length < 2) return read({ element, definition, at, report });
  const event = definitions.length > 1 ? 'several event definitions' : type;
  report(at, 'model.eventUnsupported', { element: element.$type, event });
  return undefined;
};

export const eventReaders: Record<string, Reader> = Object.fromEntries(
  Object.keys(readers).map((type) => [type, readEvent]),
);
