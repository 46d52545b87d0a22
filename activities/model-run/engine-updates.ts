import type { CaseId, TaskId } from '../../processes/language/ids.ts';
import { operationUpdates, updates } from '../../workflows/contract.ts';
import type { CompleteTask, DeliverMessage, DeliverSignal, Operate, RetryIncident } from '../../workflows/contract.ts';
import type { Input } from '../../workflows/engine/contract.ts';

export type Update =
  | { name: typeof updates.completeTask; command: CompleteTask }
  | { name: typeof updates.deliverMessage; command: DeliverMessage }
  | { name: typeof updates.deliverSignal; command: DeliverSignal }
  | { name: typeof updates.retryIncident; command: RetryIncident }
  | { name: (typeof operationUpdates)[keyof typeof operationUpdates]; command: Operate };

const by = 'system:runner';

const isOperation = (input: Input): input is Extract<Input, { kind: keyof typeof operationUpdates }> =>
  Object.hasOwn(operationUpdates, input.kind);

/** The update by which a running case takes an input; nothing for what it learns otherwise. `id` is of this request alone. */
export const updateOf = (caseId: CaseId, input: Input, id: string): Update | undefined => {
  if (isOperation(input)) return { name: operationUpdates[input.kind], command: { ...input, requestId: id } };
  if (input.kind === 'taskCompleted') {
    const { instance, data } = input;
    return {
      name: updates.completeTask,
      command: { taskId: `${caseId}.${instance}` as TaskId, by: input.by, data },
    };
  }
  if (input.kind === 'messageArrived') {
    const { name, messageId, variables, key, keep } = input;
    const about = key === undefined ? {} : { key };
    const command = { name, messageId, variables, by, ...about, ...(keep ? { keep } : {}) };
    return { name: updates.deliverMessage, command };
  }
  if (input.kind === 'signalArrived')
    return { name: updates.deliverSignal, command: { signal: input.signal, id, by, variables: input.variables } };
  if (input.kind !== 'incidentRetried') return undefined;
  const { incident, variables } = input;
  return {
    name: updates.retryIncident,
    command: { incident, by: input.by, ...(variables ? { variables } : {}) },
  };
};
