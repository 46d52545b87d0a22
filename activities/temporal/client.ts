import { Client, Connection, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { WorkflowClient } from '@temporalio/client';
import type { PayloadCodec } from '@temporalio/common';
import { ok } from '../../processes/language/failure.ts';
import type { Result } from '../../processes/language/failure.ts';
import type { CaseId } from '../../processes/language/ids.ts';
import { operationUpdates, queries, updates } from '../../workflows/contract.ts';
import type { EngineView, MigrationPlan, PlanMigration, StepReceipt } from '../../workflows/contract.ts';
import type { CaseEngine } from '../casework/case-engine.ts';
import type { Clock } from '../clock.ts';
import { createCalls, workflowId } from './calls.ts';
import { clocksIn } from './start-clocks.ts';
import { createSearchAttributes } from './search-attributes.ts';

export type TemporalOptions = {
  /** `host:port` */ address: string;
  namespace: string;
  taskQueue: string;
  codec: PayloadCodec;
  clock: Clock;
  /** for every call; 10 s unless given */ deadlineMs?: number;
  /** for starting a case or a clock, which the sweeper can do later; 4 s unless given */ startDeadlineMs?: number;
};

/**
 * The engine as Temporal runs it. Connects when first needed and again after an outage; every call has a deadline, and an
 * engine that does not answer is `engineUnavailable` with `retryAfterSeconds`: repeating the call is safe.
 */
export const temporalEngine = (options: TemporalOptions): CaseEngine & { close(): Promise<void> } => {
  const { address, namespace, taskQueue, codec, clock, deadlineMs = 10_000, startDeadlineMs = 4_000 } = options;
  const connection = Connection.lazy({ address });
  const { workflow } = new Client({ connection, namespace, dataConverter: { payloadCodecs: [codec] } });
  const searchAttributes = createSearchAttributes(connection, namespace);

  const calls = createCalls({ connection, workflow, clock });
  const call = <Value>(run: () => Promise<Result<Value>>): Promise<Result<Value>> => calls.call(deadlineMs, run);
  const update = (caseId: CaseId, name: string, command: object): Promise<Result<StepReceipt>> =>
    calls.update(deadlineMs, caseId, name, command);

  return {
    start: (input) =>
      calls.call(startDeadlineMs, async () => {
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
    deliverSignal: (caseId, command) => update(caseId, updates.deliverSignal, command),
    operate: (caseId, command) => update(caseId, operationUpdates[command.kind], command),
    migrate: (caseId, command) => update(caseId, updates.migrateCase, command),
    ...clocksIn((run) => calls.call(startDeadlineMs, run), workflow, taskQueue),
    ...lookingAt(call, workflow),
    ping: () =>
      call(async () => {
        await connection.workflowService.describeNamespace({ namespace });
        return ok(undefined);
      }),
    close: () => connection.close(),
  };
};

type Call = <Value>(run: () => Promise<Result<Value>>) => Promise<Result<Value>>;

/** What is asked of a case, or done to its workflow, without an update. */
const lookingAt = (call: Call, workflow: WorkflowClient): Pick<CaseEngine, 'planMigration' | 'terminate' | 'view'> => ({
  planMigration: (caseId, request) =>
    call(async () => {
      const handle = workflow.getHandle(workflowId(caseId));
      return ok(await handle.query<MigrationPlan, [PlanMigration]>(queries.planMigration, request));
    }),
  terminate: (caseId, reason) =>
    call(async () => {
      try {
        await workflow.getHandle(workflowId(caseId)).terminate(reason);
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
      return ok(undefined);
    }),
  view: (caseId) => call(async () => ok(await workflow.getHandle(workflowId(caseId)).query<EngineView>(queries.view))),
});
