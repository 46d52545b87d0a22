import type { FailureCode } from '../../../processes/language/failure.ts';
import type { ElementId, Json, JsonObject } from '../../../processes/language/ids.ts';
import type { InstanceId } from '../contract.ts';
import type { FlowId, GraphNode, NodeKind, NodeOf } from '../graph.ts';
import type { Run } from '../run.ts';

/** What an element decides; the lifecycle carries it out. */
export type Outcome =
  /** the token stays until something is resumed */
  | { next: 'wait' }
  /**
   * done: `data` goes through the output mapping (or is merged into the variables), `value` into its data outputs, then every
   * outgoing flow that may be taken is
   */
  | { next: 'complete'; data?: JsonObject; value?: Json }
  /** done: exactly these flows; `event` has triggered the element behind them already */
  | { next: 'take'; flows: FlowId[]; event?: JsonObject }
  /** sends tokens on by the outgoing flows and goes on waiting */
  | { next: 'emit' }
  /** throws a BPMN error to the nearest that catches it */
  | { next: 'throw'; code: string }
  /** ends every token of its scope */
  | { next: 'terminate' }
  /** cancels the transaction it is in, which has been undone */
  | { next: 'cancelTransaction' }
  /** an incident on this element; retrying it enters the element again */
  | { next: 'fail'; failure: FailureCode; detail: string };

/** What an element that waits is resumed with. */
export type Signal =
  | { kind: 'taskCompleted'; by: string; data: JsonObject }
  | { kind: 'activityCompleted'; output: JsonObject }
  /** an event it waits for; `element` is the one that happened */
  | { kind: 'event'; element: ElementId; data: JsonObject; /** it will happen again */ again?: true }
  /** the last token of its scope, or of one of its iterations, ended */
  | { kind: 'scopeEmptied'; scope: InstanceId }
  /** all that it had to undo is undone */
  | { kind: 'undone' };

/**
 * How one kind of element behaves. It reads the run and emits effects; it never moves tokens out of itself.
 * Boundary events, mappings, loops, stages and incidents are the same for all and lie in the lifecycle.
 */
export type Element<Node extends GraphNode = GraphNode> = {
  /** A token reaches the element, or its incident is retried. */
  enter(run: Run, node: Node, id: InstanceId): Outcome;
  /** What it waited for has come. Absent: it never waits. */
  resume?(run: Run, node: Node, id: InstanceId, signal: Signal): Outcome;
  /** It is interrupted while it waits: tells the outside. Its timers and subscriptions are withdrawn for it. */
  cancel?(run: Run, node: Node, id: InstanceId): void;
  /** Takes a token that arrives and answers whether the element may be entered now. Absent: every token enters at once. */
  gather?(run: Run, node: Node, scope: InstanceId, flow: FlowId | undefined): boolean;
  /** Nothing moves any more and nothing can still arrive at this join. */
  settle?(run: Run, node: Node, scope: InstanceId): 'enter' | 'stay';
};

/** One behaviour for each kind in the graph: a kind without one does not compile. */
export type Elements = { readonly [Kind in NodeKind]: Element<NodeOf<Kind>> };

export const wait: Outcome = { next: 'wait' };
export const complete = (data?: JsonObject, value?: Json): Outcome => ({
  next: 'complete',
  ...(data ? { data } : {}),
  ...(value === undefined ? {} : { value }),
});
export const failed = ({ failure, detail }: { failure: FailureCode; detail?: string }): Outcome => ({
  next: 'fail',
  failure,
  detail: detail ?? failure,
});
/** The element was resumed with something it never waits for: the state is not one this engine made. */
export const unexpected = (node: { id: ElementId }, signal: Signal): never => {
  throw new Error(`Expected a signal that ${node.id} waits for but got ${signal.kind}`);
};
