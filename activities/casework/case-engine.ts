import type { CaseId } from '../../processes/language/ids.ts';
import type { Result } from '../../processes/language/failure.ts';
import type {
  CaseInput,
  CompleteTask,
  DeliverMessage,
  DeliverSignal,
  EngineView,
  MigrateCase,
  MigrationPlan,
  Operate,
  PlanMigration,
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
  deliverSignal(caseId: CaseId, command: DeliverSignal): Promise<Result<StepReceipt>>;
  /** what an operator does to a running case */
  operate(caseId: CaseId, command: Operate): Promise<Result<StepReceipt>>;
  /** what a migration would do; answered by closed cases too */
  planMigration(caseId: CaseId, request: PlanMigration): Promise<Result<MigrationPlan>>;
  migrate(caseId: CaseId, command: MigrateCase): Promise<Result<StepReceipt>>;
  /** stops a case for good, whatever its model says; one that does not run is left as it is */
  terminate(caseId: CaseId, reason: string): Promise<Result<void>>;
  view(caseId: CaseId): Promise<Result<EngineView>>;
  ping(): Promise<Result<void>>;
};
