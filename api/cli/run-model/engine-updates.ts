import type { CaseId, TaskId } from '../../../processes/language/ids.ts';
import { updates } from '../../../workflows/contract.ts';
import type { CompleteTask, DeliverMessage, RetryIncident } from '../../../workflows/contract.ts';
import type { Input } from '../../../workflows/engine/contract.ts';

export type Update = { name: string; command: object };

const runner = 'system:runner';

/** The update by which a running case takes an input; nothing for one that it has no update for. */
export const updateOf = (caseId: CaseId, input: Input): Update | undefined => {
  switch (input.kind) {
    case 'taskCompleted': {
      const { instance, by, data } = input;
      const command: CompleteTask = { taskId: `${caseId}.${instance}` as TaskId, by, data };
      return { name: updates.completeTask, command };
    }
    case 'messageArrived': {
      const { kind: _, ...message } = input;
      const command: DeliverMessage = { ...message, by: runner };
      return { name: updates.deliverMessage, command };
    }
    case 'incidentRetried': {
      const { kind: _, ...command }: { kind: string } & RetryIncident = input;
      return { name: updates.retryIncident, command };
    }
    default:
      return undefined;
  }
};
