import type { CaseId, JsonObject, TaskId } from '../../processes/language/ids.ts';
import { updates } from '../../workflows/contract.ts';
import type { CompleteTask, DeliverMessage, RetryIncident } from '../../workflows/contract.ts';
import type { Input } from '../../workflows/engine/contract.ts';

export type Update = { name: string; command: CompleteTask | DeliverMessage | RetryIncident | Requested };
/** `requestId` and `id` are of the request alone, so that the same done twice is done twice. */
type Requested = (Input & { requestId: string }) | { signal: string; id: string; by: string; variables: JsonObject };

const by = 'system:runner';

/** Updates that operators use, by the kind of input they are. */
const operations: Partial<Record<Input['kind'], string>> = {
  variablesCorrected: 'correctVariables',
  tokenMoved: 'moveToken',
  tokenAdded: 'addToken',
  tokenEnded: 'endToken',
  caseSuspended: 'suspendCase',
  caseResumed: 'resumeCase',
  caseCancelled: 'cancelCase',
};

/** The update by which a running case takes an input; nothing for what it learns otherwise. `id` is of this request alone. */
export const updateOf = (caseId: CaseId, input: Input, id: string): Update | undefined => {
  const operation = operations[input.kind];
  if (operation !== undefined) return { name: operation, command: { ...input, requestId: id } };
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
    return { name: 'deliverSignal', command: { signal: input.signal, id, by, variables: input.variables } };
  if (input.kind !== 'incidentRetried') return undefined;
  const { incident, variables } = input;
  return {
    name: updates.retryIncident,
    command: { incident, by: input.by, ...(variables ? { variables } : {}) },
  };
};
