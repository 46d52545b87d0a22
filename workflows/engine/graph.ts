import type { ElementId } from '../../processes/language/ids.ts';
import type { CandidateRole } from '../../processes/language/party.ts';
import type { RetryPolicy } from './contract.ts';
import type { Decision } from './dmn/decision.ts';
import type { Expression } from './feel/expression.ts';

/** What an attribute of the model gives: a fixed text, or an expression when it was written with `=`. */
export type Source = { text: string } | Expression;
/** `target` may be dotted: `applicant.name` sets one entry of `applicant`. */
export type Mapping = { target: string; source: Source };
/** ISO 8601: instant or date, duration, or `R3/PT24H`. */
export type TimerSetting = { kind: 'date' | 'duration' | 'cycle'; value: Source };
export type FlowId = string;

type Base = {
  id: ElementId;
  /** Polish name as on the diagram; the id where the model gives none */ name: string;
  /** id of the process or subprocess it is drawn in */ scope: ElementId;
  incoming: FlowId[];
  outgoing: FlowId[];
  /** public stage that entering it reaches */ stage?: string;
  inputs?: Mapping[];
  outputs?: Mapping[];
  /** boundary events drawn on it */ attached?: ElementId[];
};
type Of<Kind extends string, Settings = object> = Base & { kind: Kind } & Settings;
type Work = { handler: string; headers?: Record<string, string>; retry: RetryPolicy };
type Message = { message: string };
type Boundary = { host: ElementId; interrupting: boolean };

/** Every kind of element the engine runs. A kind is an element with its event definition, as one file of elements/ runs it. */
export type GraphNode =
  | Of<'startEvent'>
  | Of<'messageStartEvent', Message>
  | Of<'timerStartEvent', { timer: TimerSetting }>
  | Of<'intermediateThrowEvent'>
  | Of<'messageThrowEvent', Work & Partial<Message>>
  | Of<'messageCatchEvent', Message>
  | Of<'timerCatchEvent', { timer: TimerSetting }>
  | Of<'endEvent'>
  | Of<'terminateEndEvent'>
  | Of<'errorEndEvent', { code: string }>
  | Of<'messageEndEvent', Work & Partial<Message>>
  | Of<'timerBoundaryEvent', Boundary & { timer: TimerSetting }>
  | Of<'messageBoundaryEvent', Boundary & Message>
  | Of<'errorBoundaryEvent', Boundary & { /** absent: catches every code */ code?: string }>
  | Of<'task'>
  | Of<'manualTask'>
  | Of<
      'userTask',
      {
        candidate: CandidateRole[];
        form?: string;
        dueDate?: Source;
        term?: { duration: Source; basis: string };
        signature?: { document: string; field: string };
      }
    >
  | Of<'serviceTask', Work>
  | Of<'sendTask', Work>
  | Of<'receiveTask', Message>
  | Of<'scriptTask', { script: Expression; result?: string }>
  | Of<'businessRuleTask', { decision: string; result: string }>
  | Of<'exclusiveGateway'>
  | Of<'parallelGateway'>
  | Of<'eventBasedGateway'>
  | Of<'subProcess', { start: ElementId }>;

export type NodeKind = GraphNode['kind'];
export type NodeOf<Kind extends NodeKind> = Extract<GraphNode, { kind: Kind }>;
export type Flow = {
  from: ElementId;
  to: ElementId;
  condition?: Expression;
  /** taken when no condition holds */ default?: true;
};

/** A compiled model: plain JSON, no reference to the XML, small enough to travel by value in a workflow's input. */
export type ProcessGraph = {
  format: 1;
  processId: ElementId;
  name: string;
  nodes: Record<ElementId, GraphNode>;
  flows: Record<FlowId, Flow>;
  /** start events of the process itself; the first none start event is where `start` begins */
  starts: ElementId[];
  /** names of the messages the model can receive while it runs */
  messages: string[];
  /** decisions its business rule tasks call, with all they require */
  decisions: Record<string, Decision>;
};
