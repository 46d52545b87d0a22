import { happen, persists } from './catching.ts';
import type { Input, InstanceId } from './contract.ts';
import { isWork } from './elements/work.ts';
import type { GraphNode } from './graph.ts';
import { raiseIncident } from './incidents.ts';
import { resume } from './lifecycle.ts';
import { operations } from './operations.ts';
import { nodeOf, isWorking, type Run } from './run.ts';
import { deliverMessage, deliverSignal, keepEarly, throwError } from './throwing.ts';
import { repeatTimer } from './waits.ts';

type Handlers = { [Kind in Input['kind']]: (run: Run, input: Extract<Input, { kind: Kind }>) => string | undefined };

/** How many message ids a case remembers; a message that arrives again within these changes nothing. */
const remembered = 100;

const remember = (run: Run, id: string): void => {
  run.state.messageIds = [...run.state.messageIds, id].slice(-remembered);
};

/** Answers of handlers and people count only while an element of their kind waits for them. */
const waiting = (run: Run, id: InstanceId, isTheirs: (node: GraphNode) => boolean): boolean => {
  const instance = run.state.instances[id];
  return instance !== undefined && isWorking(instance) && isTheirs(nodeOf(run.graph, instance.element));
};
const isPersons = ({ kind }: GraphNode): boolean => kind === 'userTask';

/** Each takes its input, or says why it changes nothing. */
const handlers: Handlers = {
  ...operations,
  start: () => 'The case runs already',

  taskCompleted: (run, { instance, by, data }) => {
    if (!waiting(run, instance, isPersons)) return 'The task is closed';
    resume(run, instance, { kind: 'taskCompleted', by, data });
    return undefined;
  },

  /**
   * A completion wins over a deadline of the same activation: the adapter hands completions in before timers, and the
   * completion withdraws the deadline, which then finds nothing here.
   */
  timerFired: (run, { timer: id }) => {
    const timer = run.state.timers[id];
    if (!timer) return 'The timer was withdrawn';
    delete run.state.timers[id];
    const node = nodeOf(run.graph, timer.element);
    const repeats = persists(node, timer.instance) || node.kind === 'intermediateCatchEvent';
    const again = repeats && repeatTimer(run, timer);
    happen(run, timer, {}, again);
    return undefined;
  },

  messageArrived: (run, { name, messageId, variables, key, keep }) => {
    if (run.state.messageIds.includes(messageId)) return 'The message was taken before';
    const message = { name, messageId, variables, ...(key === undefined ? {} : { key }) };
    const taken = deliverMessage(run, message);
    if (!taken && !keep) return 'Nothing waits for the message';
    remember(run, messageId);
    if (!taken) keepEarly(run, message);
    return undefined;
  },

  signalArrived: (run, { signal, variables, id }) => {
    if (id !== undefined && run.state.messageIds.includes(id)) return 'The signal was taken before';
    if (!deliverSignal(run, signal, variables)) return 'Nothing waits for the signal';
    if (id !== undefined) remember(run, id);
    return undefined;
  },

  activityCompleted: (run, { instance, output }) => {
    if (!waiting(run, instance, isWork)) return 'Nothing waits for the answer';
    resume(run, instance, { kind: 'activityCompleted', output });
    return undefined;
  },

  activityErred: (run, { instance, code }) => {
    if (!waiting(run, instance, isWork)) return 'Nothing waits for the answer';
    throwError(run, instance, code);
    return undefined;
  },

  activityFailed: (run, { instance, detail }) => {
    if (!waiting(run, instance, isWork)) return 'Nothing waits for the answer';
    raiseIncident(run, instance, { failure: 'handlerFailed', detail });
    return undefined;
  },
};

/** While an operator has suspended the case, only operators' inputs are handled; the others wait in order. */
export const handle = (run: Run, input: Input): string | undefined => {
  const { suspended } = run.state;
  if (suspended && !(input.kind in operations)) {
    run.state.suspended = { ...suspended, kept: [...suspended.kept, input] };
    return undefined;
  }
  const take = handlers[input.kind] as (run: Run, input: Input) => string | undefined;
  return take(run, input);
};
