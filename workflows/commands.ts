import { ApplicationFailure, defineQuery, defineUpdate, setHandler } from '@temporalio/workflow';
import type { Failure } from '../processes/language/failure.ts';
import type { InstanceId, Input } from './engine/contract.ts';
import { queries, refusalType, updates } from './contract.ts';
import type { CompleteTask, DeliverMessage, EngineView, RetryIncident, StepReceipt } from './contract.ts';

const completeTask = defineUpdate<StepReceipt, [CompleteTask]>(updates.completeTask);
const deliverMessage = defineUpdate<StepReceipt, [DeliverMessage]>(updates.deliverMessage);
const retryIncident = defineUpdate<StepReceipt, [RetryIncident]>(updates.retryIncident);
const view = defineQuery<EngineView>(queries.view);

/** `<case>.<instance>` → instance; a task of another case is nothing here. */
const instanceOf = (caseId: string, taskId: string): InstanceId =>
  taskId.startsWith(`${caseId}.`) ? taskId.slice(caseId.length + 1) : '';

const refusal = (failure: Failure): ApplicationFailure =>
  ApplicationFailure.create({
    type: refusalType,
    message: failure.failure,
    nonRetryable: true,
    details: [failure],
  });

export type Door = {
  caseId: string;
  /** why the input cannot be taken now; changes nothing */
  refuse: (input: Input, signature?: CompleteTask['signature']) => Failure | undefined;
  /** queues the input; the promise settles after its step was projected, or rejects with a `Failure` */
  take: (input: Input, by: string) => Promise<StepReceipt>;
  view: () => EngineView;
};

/** Opens the case to updates and queries. A refused update writes no history. */
export const openDoor = ({ caseId, refuse, take, view: look }: Door): void => {
  const check = (input: Input, signature?: CompleteTask['signature']): void => {
    const failure = refuse(input, signature);
    if (failure) throw refusal(failure);
  };
  const enter = async (input: Input, by: string): Promise<StepReceipt> => {
    try {
      return await take(input, by);
    } catch (failure) {
      // accepted, and overtaken by another input while it waited for its turn
      if (failure instanceof Error) throw failure;
      throw refusal(failure as Failure);
    }
  };
  const completion = ({ taskId, by, data }: CompleteTask): Input => ({
    kind: 'taskCompleted',
    instance: instanceOf(caseId, taskId),
    by,
    data,
  });
  const message = ({ by: _, ...delivered }: DeliverMessage): Input => ({ kind: 'messageArrived', ...delivered });
  const retry = ({ incident, by, variables }: RetryIncident): Input => ({
    kind: 'incidentRetried',
    incident,
    by,
    ...(variables ? { variables } : {}),
  });
  setHandler(completeTask, (command) => enter(completion(command), command.by), {
    validator: (command) => check(completion(command), command.signature),
  });
  setHandler(deliverMessage, (command) => enter(message(command), command.by), {
    validator: (command) => check(message(command)),
  });
  setHandler(retryIncident, (command) => enter(retry(command), command.by), {
    validator: (command) => check(retry(command)),
  });
  setHandler(view, look);
};
