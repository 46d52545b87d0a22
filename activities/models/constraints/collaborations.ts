import { child, elements, isA } from '../element.ts';
import type { Element } from '../element.ts';
import { each } from './constraint.ts';
import type { Constraint } from './constraint.ts';
import { hasKind } from './event-kinds.ts';
import { byReference, enclosing } from './model-view.ts';

/** The pool of a message flow's end: the participant itself, or the one whose process the end is in. */
const poolOf = (end: Element, pools: Map<Element, Element[]>): Element | undefined => {
  if (isA(end, 'bpmn:Participant')) return end;
  const process = enclosing(end, 'bpmn:Process');
  return process && (pools.get(process)?.[0] ?? process);
};

const messageFlow = (breaks: (source: Element, target: Element) => boolean): Constraint =>
  each(['bpmn:MessageFlow'], (flow) => {
    const source = child(flow, 'sourceRef');
    const target = child(flow, 'targetRef');
    return source !== undefined && target !== undefined && breaks(source, target);
  });

const numberOf = (element: Element, property: string): number | undefined => {
  const value = element.get?.(property);
  return typeof value === 'number' ? value : undefined;
};

const notInGlobalConversation = ['conversations', 'conversationLinks', 'artifacts'];

/** Pools, message flows, conversations and choreographies (7.6.2, 9, 11). */
export const collaborations = {
  'message-flow-pool': (model) => {
    const pools = byReference(model.of('bpmn:Participant'), 'processRef');
    return messageFlow((source, target) => {
      const pool = poolOf(source, pools);
      return pool !== undefined && pool === poolOf(target, pools);
    })(model);
  },
  'message-flow-from-start': messageFlow((source) => isA(source, 'bpmn:StartEvent')),
  'message-flow-to-start': messageFlow((_, target) => isA(target, 'bpmn:StartEvent') && !hasKind(target, 'Message')),
  'message-flow-from-end': messageFlow((source) => isA(source, 'bpmn:EndEvent') && !hasKind(source, 'Message')),
  'message-flow-to-end': messageFlow((_, target) => isA(target, 'bpmn:EndEvent')),
  'message-flow-intermediate': messageFlow(
    (source, target) =>
      isA(source, 'bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent') || isA(target, 'bpmn:IntermediateThrowEvent'),
  ),
  'participant-multiplicity': each(['bpmn:ParticipantMultiplicity'], (multiplicity) => {
    const minimum = numberOf(multiplicity, 'minimum') ?? 0;
    const maximum = numberOf(multiplicity, 'maximum') ?? 1;
    return minimum < 0 || maximum < 1 || maximum < minimum;
  }),
  'global-conversation': each(['bpmn:GlobalConversation'], (conversation) =>
    notInGlobalConversation.some((property) => elements(conversation, property).length > 0),
  ),
  'choreography-reference': each(
    ['bpmn:GlobalConversation', 'bpmn:Choreography'],
    (element) => elements(element, 'choreographyRef').length > 0,
  ),
  'choreography-in-process': each(
    ['bpmn:ChoreographyActivity'],
    (activity) => enclosing(activity, 'bpmn:Process') !== undefined,
  ),
  'lane-node': each(
    ['bpmn:Lane'],
    (lane) =>
      elements(lane, 'flowNodeRef').find((node) => enclosing(node, 'bpmn:Process') !== enclosing(lane, 'bpmn:Process'))
        ?.id,
  ),
} satisfies Record<string, Constraint>;
