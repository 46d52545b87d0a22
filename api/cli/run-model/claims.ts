import type { Failure } from '../../../processes/language/failure.ts';
import type { InstanceId } from '../../../workflows/engine/contract.ts';

/** Who holds which task. The engine knows no claims: in the product they are rows of the store, here they are these. */
export type Claims = {
  holder(task: InstanceId): string | undefined;
  /** why that person may not act on the task */
  refuse(task: InstanceId, person: string | undefined): Failure | undefined;
  give(task: InstanceId, person: string): void;
  free(task: InstanceId): void;
};

export const createClaims = (): Claims => {
  const held = new Map<InstanceId, string>();
  return {
    holder: (task) => held.get(task),
    refuse(task, person) {
      const holder = held.get(task);
      if (holder === undefined || person === undefined || person === holder) return undefined;
      return { failure: 'taskClaimed', detail: `${holder} has claimed the task` };
    },
    give: (task, person) => void held.set(task, person),
    free: (task) => void held.delete(task),
  };
};
