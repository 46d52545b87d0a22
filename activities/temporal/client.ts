import { Client, Connection, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { WorkflowHandle } from '@temporalio/client';
import type { PayloadCodec } from '@temporalio/common';
import { fail, ok } from '../../processes/language/failure.ts';
import type { Result } from '../../processes/language/failure.ts';
import type { CaseId } from '../../processes/language/ids.ts';
import { queries, updates } from '../../workflows/contract.ts';
import type { EngineView, StepReceipt } from '../../workflows/contract.ts';
import type { CaseEngine } from '../casework/case-engine.ts';
import type { Clock } from '../clock.ts';
import { failureOf, unavailable } from './failures.ts';
import { createSearchAttributes } from './search-attributes.ts';
import { updateId } from './update-id.ts';

export type TemporalOptions = {
  /** `host:port` */ address: string;
  namespace: string;
  taskQueue: string;
  codec: PayloadCodec;
  clock: Clock;
  /** for every call; 10 s unless given */ deadlineMs?: number;
  /** for starting a case, which the sweeper can do later; 4 s unless given */ startDeadlineMs?: number;
};

export const workflowId = (caseId: CaseId): string => `case-${caseId}`;

/** A call that asks about an update after its case closed gets no longer than this. */
const askAgainMs = 2_000;

/**
 * The engine as Temporal runs it. Connects when first needed and again after an outage; every call has a deadline, and an
 * engine that does not answer is `engineUnavailable` with `retryAfterSeconds`: repeating the call is safe.
 */
export const temporalEngine = (options: TemporalOptions): CaseEngine & { close(): Promise<void> } => {
  const { address, namespace, taskQueue, codec, clock, deadlineMs = 10_000, startDeadlineMs = 4_000 } = options;
  const connection = Connection.lazy({ address });
  const { workflow } = new Client({ connection, namespace, dataConverter: { payloadCodecs: [codec] } });
  const searchAttributes = createSearchAttributes(connection, namespace);

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
  const update = (caseId: CaseId, name: string, command: object): Promise<Result<StepReceipt>> =>
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

  return {
    start: (input) =>
      call(startDeadlineMs, async () => {
        try {
          await workflow.start(input.procedureId, {
            args: [input],
            taskQueue,
            workflowId: workflowId(input.caseId),
            workflowIdReusePolicy: 'REJECT_DUPLICATE',
            workflowIdConflictPolicy: 'FAIL',
            ...(await searchAttributes(input.unit, input.procedureId)),
          });
        } catch (error) {
          if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
        }
        return ok(undefined);
      }),
    completeTask: (caseId, command) => update(caseId, updates.completeTask, command),
    deliverMessage: (caseId, command) => update(caseId, updates.deliverMessage, command),
    retryIncident: (caseId, command) => update(caseId, updates.retryIncident, command),
    view: (caseId) =>
      call(deadlineMs, async () => ok(await workflow.getHandle(workflowId(caseId)).query<EngineView>(queries.view))),
    ping: () =>
      call(deadlineMs, async () => {
        await connection.workflowService.describeNamespace({ namespace });
        return ok(undefined);
      }),
    close: () => connection.close(),
  };
};
