import type { WorkflowClient } from '@temporalio/client';
import { ok } from '../../processes/language/failure.ts';
import type { Result } from '../../processes/language/failure.ts';
import { startClock } from '../../workflows/contract.ts';
import { clockId } from '../casework/case-engine.ts';
import type { CaseEngine } from '../casework/case-engine.ts';

/** The clocks of timer start events: one workflow each, which is started, or told to look again if it runs. */
export const clocksIn = (
  call: <Value>(run: () => Promise<Result<Value>>) => Promise<Result<Value>>,
  workflow: WorkflowClient,
  taskQueue: string,
): Pick<CaseEngine, 'keepTime' | 'clocks'> => ({
  keepTime: (clock) =>
    call(async () => {
      await workflow.signalWithStart(startClock.type, {
        args: [clock],
        signal: startClock.lookAgain,
        taskQueue,
        workflowId: clockId(clock),
      });
      return ok(undefined);
    }),
  clocks: () =>
    call(async () => {
      const running = new Set<string>();
      const query = `WorkflowType = '${startClock.type}' AND ExecutionStatus = 'Running'`;
      for await (const { workflowId } of workflow.list({ query })) running.add(workflowId);
      return ok(running);
    }),
});
