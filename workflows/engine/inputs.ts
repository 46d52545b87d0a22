import type { JsonObject } from '../../processes/language/ids.ts';
import { isBoundary, triggerBoundary } from './boundary.ts';
import type { Input, InstanceId } from './contract.ts';
import { raiseIncident, resolveIncident } from './incidents.ts';
import { completeInstance, enter, resume, throwError } from './lifecycle.ts';
import { instanceOf, isWorking, nodeOf, type Run } from './run.ts';
import { assign } from './variables.ts';
import { repeatTimer } from './waits.ts';

type Handlers = { [Kind in Input['kind']]: (run: Run, input: Extract<Input, { kind: Kind }>) => string | undefined };

/** How many message ids a case remembers; a message that arrives again within these changes nothing. */
const remembered = 100;

/** Answers of handlers and people count only while their element waits for them. */
const waiting = (run: Run, id: InstanceId): boolean => {
  const instance = run.state.instances[id];
  return instance !== undefined && isWorking(instance);
};

/** A timer or message happened: on a boundary, or to the element itself (or to the gateway that waits for it). */
const happen = (run: Run, owner: InstanceId, element: string, data: JsonObject): void => {
  const node = nodeOf(run.graph, element);
  if (isBoundary(node)) triggerBoundary(run, owner, node, data);
  else resume(run, owner, { kind: 'event', element, data });
};

/** Takes an input, or says why it changes nothing. */
export const handlers: Handlers = {
  start: () => 'The case runs already',

  taskCompleted: (run, { instance, by, data }) => {
    if (!waiting(run, instance)) return 'The task is closed';
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
    if (isBoundary(node) && !node.interrupting) repeatTimer(run, timer);
    happen(run, timer.instance, timer.element, {});
    return undefined;
  },

  /** A message goes to one receiver, the one that has waited longest. */
  messageArrived: (run, { name, messageId, variables }) => {
    if (run.state.messageIds.includes(messageId)) return 'The message was taken before';
    const found = Object.entries(run.state.subscriptions).find(([, { message }]) => message === name);
    if (!found) return 'Nothing waits for the message';
    run.state.messageIds = [...run.state.messageIds, messageId].slice(-remembered);
    const [id, { instance, element }] = found;
    const node = nodeOf(run.graph, element);
    if (!isBoundary(node) || node.interrupting) {
      delete run.state.subscriptions[id];
      run.effects.push({ kind: 'unsubscribed', instance: id });
    }
    happen(run, instance, element, variables);
    return undefined;
  },

  activityCompleted: (run, { instance, output }) => {
    if (!waiting(run, instance)) return 'Nothing waits for the answer';
    resume(run, instance, { kind: 'activityCompleted', output });
    return undefined;
  },

  activityErred: (run, { instance, code }) => {
    if (!waiting(run, instance)) return 'Nothing waits for the answer';
    throwError(run, instance, code);
    return undefined;
  },

  activityFailed: (run, { instance, detail }) => {
    if (!waiting(run, instance)) return 'Nothing waits for the answer';
    raiseIncident(run, instance, { failure: 'handlerFailed', detail });
    return undefined;
  },

  incidentRetried: (run, { incident, by, variables }) => {
    const { instance } = run.state.incidents[incident] ?? {};
    if (instance === undefined) return 'The incident was resolved before';
    const { scope, phase, result } = instanceOf(run, instance);
    for (const [name, value] of Object.entries(variables ?? {})) assign(run, scope, name, value);
    resolveIncident(run, instance, by);
    // what an operator corrects counts more than what the person or handler gave under the same name
    const corrected = Object.entries(variables ?? {}).filter(([name]) => Object.hasOwn(result ?? {}, name));
    if (phase === 'leaving') completeInstance(run, instance, { ...result, ...Object.fromEntries(corrected) });
    else enter(run, instance);
    return undefined;
  },
};
