import { ok, type Result } from '../../processes/language/failure.ts';
import type { ElementId, JsonObject } from '../../processes/language/ids.ts';
import type { InstanceId } from './contract.ts';
import { leave } from './cancel.ts';
import type { GraphNode, NodeOf } from './graph.ts';
import { changeInstance, instanceOf, nodeOf, type Run } from './run.ts';
import { readTimer, startTimer, subscribe } from './waits.ts';

export type BoundaryNode = NodeOf<'timerBoundaryEvent' | 'messageBoundaryEvent' | 'errorBoundaryEvent'>;

export const isBoundary = (node: GraphNode): node is BoundaryNode => 'host' in node;

/** Starts watching the boundary events of an activity; nothing is started unless every timer can be read. */
export const watchBoundaries = (run: Run, id: InstanceId, host: GraphNode): Result<undefined> => {
  if (instanceOf(run, id).armed || !host.attached) return ok(undefined);
  const starts: (() => void)[] = [];
  for (const attached of host.attached) {
    const node = nodeOf(run.graph, attached);
    if (node.kind === 'messageBoundaryEvent') starts.push(() => subscribe(run, id, node.id, node.message));
    if (node.kind !== 'timerBoundaryEvent') continue;
    const timer = readTimer(run, id, node.timer);
    if (!timer.ok) return timer;
    starts.push(() => startTimer(run, { instance: id, element: node.id, ...timer.value }));
  }
  for (const begin of starts) begin();
  changeInstance(run, id, { armed: true });
  return ok(undefined);
};

/** A boundary event happens: an interrupting one ends its host first. Its own token starts in the host's scope. */
export const triggerBoundary = (run: Run, host: InstanceId, node: BoundaryNode, event: JsonObject): void => {
  const { scope } = instanceOf(run, host);
  if (node.interrupting) leave(run, host, 'cancelled');
  run.queue.push({ to: node.id, scope, event });
};

/** The nearest error boundary event that catches the code, looking from the instance outwards; a named code goes before a catch-all. */
export const errorCatcher = (
  run: Run,
  from: InstanceId,
  code: string,
): { host: InstanceId; node: BoundaryNode } | undefined => {
  const boundaryOf = (element: ElementId): BoundaryNode | undefined => {
    const events = (nodeOf(run.graph, element).attached ?? [])
      .map((attached) => nodeOf(run.graph, attached))
      .filter((node) => node.kind === 'errorBoundaryEvent');
    return events.find((node) => node.code === code) ?? events.find((node) => node.code === undefined);
  };
  for (let host: InstanceId | undefined = from; host !== undefined && run.state.instances[host];) {
    const { element, scope }: { element: ElementId; scope: InstanceId } = instanceOf(run, host);
    const node = boundaryOf(element);
    if (node) return { host, node };
    host = scope;
  }
  return undefined;
};
