import type { CaseId } from '../../processes/language/ids.ts';
import type { Result } from '../../processes/language/failure.ts';
import type {
  CaseInput,
  CompleteTask,
  DeliverMessage,
  EngineView,
  RetryIncident,
  StepReceipt,
} from '../../workflows/contract.ts';

/** The door to running cases. Implemented by the Temporal client (activities/temporal) and, in tests, by the pure core. Every call has a deadline; an engine out of reach is `engineUnavailable`. */
export type CaseEngine = {
  /** starting the same case twice changes nothing */
  start(input: CaseInput): Promise<Result<void>>;
  completeTask(caseId: CaseId, command: CompleteTask): Promise<Result<StepReceipt>>;
  deliverMessage(caseId: CaseId, command: DeliverMessage): Promise<Result<StepReceipt>>;
  retryIncident(caseId: CaseId, command: RetryIncident): Promise<Result<StepReceipt>>;
  view(caseId: CaseId): Promise<Result<EngineView>>;
  ping(): Promise<Result<void>>;
};
