import { WorkflowNotFoundError } from '@temporalio/client';
import type { Connection, WorkflowClient, WorkflowHandle } from '@temporalio/client';
import { fail, ok } from '../../processes/language/failure.ts';
import type { Result } from '../../processes/language/failure.ts';
import type { CaseId } from '../../processes/language/ids.ts';
import type { StepReceipt } from '../../workflows/contract.ts';
import type { Clock } from '../clock.ts';
import { failureOf, unavailable } from './failures.ts';
import { updateId } from './update-id.ts';

export const workflowId = (caseId: CaseId): string => `case-${caseId}`;

/** A call that asks about an update after its case closed gets no longer than this. */
const askAgainMs = 2_000;

type Calls = {
  /** an expected failure of a call as a value, also when its deadline passes */
  call<Value>(milliseconds: number, run: () => Promise<Result<Value>>): Promise<Result<Value>>;
  /** an update under an id that is a hash of all it says */
  update(milliseconds: number, caseId: CaseId, name: string, command: object): Promise<Result<StepReceipt>>;
};

/** How cases are called: with deadlines, and with the first answer again for a call that is repeated. */
export const createCalls = ({
  connection,
  workflow,
  clock,
}: {
  connection: Connection;
  workflow: WorkflowClient;
  clock: Clock;
}): Calls => {
  const call = async <Value>(milliseconds: number, run: () => Promise<Result<Value>>): Promise<Result<Value>> => {
    try {
      return await connection.withDeadline(clock().getTime() + milliseconds, run);
    } catch (error) {
      return failureOf(error);
    }
  };
  /** A closed case still knows the answers it gave. */
  const afterClosing = async (handle: WorkflowHandle, id: string): Promise<Result<StepReceipt>> => {
    const { status } = await handle.describe();
    if (status.name === 'RUNNING') return unavailable('The case was between two runs');
    const answered = await call(askAgainMs, async () => ok(await handle.getUpdateHandle<StepReceipt>(id).result()));
    return answered.ok ? answered : fail('caseClosed');
  };
  const update = (deadlineMs: number, caseId: CaseId, name: string, command: object): Promise<Result<StepReceipt>> =>
    call(deadlineMs, async () => {
      const id = updateId(caseId, name, command);
      const handle = workflow.getHandle(workflowId(caseId));
      try {
        return ok(await handle.executeUpdate<StepReceipt, [object]>(name, { args: [command], updateId: id }));
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return afterClosing(handle, id);
        throw error;
      }
    });
  return { call, update };
};
