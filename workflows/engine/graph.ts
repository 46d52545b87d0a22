import type { ElementId } from '../../processes/language/ids.ts';
import type { CandidateRole } from '../../processes/language/party.ts';
import type { RetryPolicy } from './contract.ts';
import type { Decision } from './dmn/decision.ts';
import type { Expression } from './feel/expression.ts';

/** What an attribute of the model gives: a fixed text, or an expression when it was written with `=`. */
export type Source = { text: string } | Expression;
/** `target` may be dotted: `applicant.name` sets one entry of `applicant`. */
export type Mapping = { target: string; source: Source };
/** ISO 8601: instant or date, duration, or a cycle such as `R3/PT24H`, also with a start or an end. */
export type TimerSetting = { kind: 'date' | 'duration' | 'cycle'; value: Source };
export type FlowId = string;

/** One event definition: what a catching event waits for, or what a throwing one does. */
export type EventTrigger =
  | { kind: 'message'; message: string; /** reads from the variables which message is meant */ key?: Expression }
  | { kind: 'timer'; timer: TimerSetting }
  | { kind: 'signal'; signal: string }
  | { kind: 'conditional'; condition: Expression }
  /** absent: catches every code */
  | { kind: 'error'; code?: string }
  | { kind: 'escalation'; code?: string }
  | { kind: 'compensation'; activity?: ElementId; /** the throwing event goes on without waiting */ async?: true }
  | { kind: 'cancel' }
  | { kind: 'terminate' }
  | { kind: 'link'; link: string };
export type TriggerKind = EventTrigger['kind'];

/** Standard loop: again while the condition holds, at most `maximum` times. */
export type StandardLoop = {
  kind: 'standard';
  testBefore?: true;
  maximum?: number;
  condition?: Expression;
};
/** Multi-instance: one iteration for each item of a collection, or as many as the cardinality says. */
export type MultiInstance = {
  kind: 'multi';
  sequential?: true;
  cardinality?: Expression;
  collection?: Expression;
  /** local variable that holds the item of an iteration */ item?: string;
  output?: { collection: string; element: Expression };
  completion?: Expression;
  /** events that the activity throws of itself when iterations complete (BPMN 2.0.2, table 10.29); absent: none (All) */
  behaviour?:
    | { kind: 'one' | 'none'; event: EventTrigger }
    | { kind: 'complex'; events: { condition: Expression; triggers: EventTrigger[] }[] };
};

type Base = {
  id: ElementId;
  /** Polish name as on the diagram; the id where the model gives none */ name: string;
  /** id of the process or subprocess it is drawn in */ scope: ElementId;
  incoming: FlowId[];
  outgoing: FlowId[];
  /** public stage that entering it reaches */ stage?: string;
  inputs?: Mapping[];
  outputs?: Mapping[];
  /** BPMN data associations: local names it reads data under, and where its data outputs go */
  dataInputs?: Mapping[];
  dataOutputs?: { target: string; output: string; source?: Expression }[];
  /** boundary events drawn on it */ attached?: ElementId[];
  loop?: StandardLoop | MultiInstance;
  /** tokens that must arrive before it starts, and that it sends on each flow; absent: 1 */
  startQuantity?: number;
  completionQuantity?: number;
  /** the activity that undoes it */ undo?: ElementId;
  /** linked from another procedure: the id it was drawn under, and the version its forms and documents are in */
  drawnAs?: ElementId;
  of?: string;
};
type Of<Kind extends string, Settings = object> = Base & { kind: Kind } & Settings;
type Work = { handler: string; headers?: Record<string, string>; retry: RetryPolicy };
type Message = { message: string; key?: Expression };
type Events = { events: EventTrigger[] };
/** `parallel`: all its events must happen, not just one. */
type Catching = Events & { parallel?: true };

/** A call bound to what is the newest at deployment, or to the version that bears a tag. */
type Pinned = { kind: 'deployment' } | { kind: 'versionTag'; tag: string };

/** Every kind of element the engine runs, as one file of elements/ runs it. */
export type GraphNode =
  /** `interrupting` matters in an event subprocess only */
  | Of<'startEvent', Catching & { interrupting?: boolean }>
  | Of<'intermediateCatchEvent', Catching>
  | Of<'boundaryEvent', Catching & { host: ElementId; interrupting: boolean }>
  | Of<'intermediateThrowEvent', Events & Partial<Work>>
  | Of<'endEvent', Events & Partial<Work>>
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
  /** without a handler it does nothing of its own, as the undefined task */
  | Of<'serviceTask', Partial<Work>>
  | Of<'sendTask', Partial<Work> & Partial<Message>>
  | Of<'receiveTask', Message & { instantiate?: true }>
  | Of<'scriptTask', { script?: Expression; result?: string }>
  | Of<'businessRuleTask', { decision?: string; result?: string }>
  /** `binding` of a call to another procedure; absent: its newest version when the case starts */
  | Of<'callActivity', { called: Source; binding?: Pinned; keepsParent?: false; keepsChild?: false }>
  | Of<'exclusiveGateway'>
  | Of<'parallelGateway'>
  | Of<'inclusiveGateway'>
  | Of<'complexGateway', { activation?: Expression }>
  | Of<'eventBasedGateway', { instantiate?: 'exclusive' | 'parallel' }>
  | Of<'subProcess', { transaction?: true }>
  | Of<'eventSubProcess', { start: ElementId }>
  | Of<'adHocSubProcess', { sequential?: true; completion?: Expression; keepsRemaining?: true }>;

export type NodeKind = GraphNode['kind'];
export type NodeOf<Kind extends NodeKind> = Extract<GraphNode, { kind: Kind }>;
export type Flow = {
  from: ElementId;
  to: ElementId;
  condition?: Expression;
  /** taken when no condition holds */ default?: true;
};

/** What a process or subprocess holds besides its elements and flows. */
export type Container = {
  /** where tokens begin when it is entered without a trigger: its none start event, or all without incoming flow */
  starts: ElementId[];
  eventSubProcesses?: ElementId[];
  /** names of its data objects and properties: variables of its own, empty at first */ declares?: string[];
};
export type Process = {
  id: ElementId;
  name: string;
  /** start events, instantiating receive tasks and gateways by which an event begins a new instance */
  triggered: ElementId[];
};

/** A compiled model: plain JSON, no reference to the XML, small enough to travel by value in a workflow's input. */
export type ProcessGraph = {
  format: 2;
  processId: ElementId;
  name: string;
  /** a name of this version that calls may be bound to */ versionTag?: string;
  nodes: Record<ElementId, GraphNode>;
  flows: Record<FlowId, Flow>;
  containers: Record<ElementId, Container>;
  /** the main process, the pools it exchanges messages with, and all that its call activities call */
  processes: Record<ElementId, Process>;
  /** pools that begin together with the main process */ together?: ElementId[];
  /** start events of the main process, the none start event first */
  starts: ElementId[];
  /** names of the messages and signals that the model can receive while it runs */
  messages: string[];
  signals?: string[];
  /** how a message's own data tell what it is about, by message name: expressions over its variables */
  correlations?: Record<string, Expression>;
  /** decisions its business rule tasks call, with all they require */
  decisions: Record<string, Decision>;
};

/** The first trigger of that kind that an event bears. */
export const triggerOf = <Kind extends TriggerKind>(
  node: GraphNode,
  kind: Kind,
): Extract<EventTrigger, { kind: Kind }> | undefined =>
  'events' in node
    ? node.events.find((event): event is Extract<EventTrigger, { kind: Kind }> => event.kind === kind)
    : undefined;
