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
  StartClock,
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
  /** lets cases begin by themselves at this start event, or looks again when they do; doing it twice changes nothing */
  keepTime(clock: StartClock): Promise<Result<void>>;
  /** the clocks that run, by `clockId` */
  clocks(): Promise<Result<Set<string>>>;
  view(caseId: CaseId): Promise<Result<EngineView>>;
  ping(): Promise<Result<void>>;
};

/** No id of an element has a hyphen in it (rule camel-case-id), so that two clocks never have the same. */
export const clockId = ({ procedureId, element }: StartClock): string => `start-${procedureId}-${element}`;
