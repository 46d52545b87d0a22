import type { Deletion, DeletionReason } from '../store/records.ts';
import type { MigrationReport, OperatorView, VersionRow } from '../../processes/language/operating.ts';
import type { MigrationWanted } from './operating/migrate.ts';
import type { ModelStep } from './deps.ts';
import type { OperationWanted } from './operating/operate.ts';
import type { CaseRow, CaseView, PublicCaseView, TaskRow, TaskView } from '../../processes/language/case.ts';
import type { DocumentView } from '../../processes/language/document.ts';
import type { Actor } from '../../processes/language/party.ts';
import type {
  CaseId,
  DefinitionHash,
  DocumentId,
  Instant,
  Json,
  JsonObject,
  Sha256,
  TaskId,
} from '../../processes/language/ids.ts';
import type { FormSchema } from '../../processes/language/form.ts';
import type { Procedure } from '../../processes/language/procedure.ts';
import type { Problem, Result } from '../../processes/language/failure.ts';
import type { CaseFilter, Page, TaskFilter } from '../store/store.ts';
import type { Scope } from '../store/scope.ts';
import type { VerificationReport } from '../signatures/report.ts';
import type { StepReceipt } from '../../workflows/contract.ts';

export type SubmitWniosek = {
  procedureId: string;
  idempotencyKey: string;
  data: JsonObject;
  /** `web`: the party itself; `paper`: an office enters what came on paper */
  channel: 'web' | 'paper';
  attachments: Upload[];
};
/** A file that came with a form, under the key of its filepicker field. */
export type Upload = { key: string; fileName: string; mime: string; bytes: Buffer };

/** The code is returned once, here, and kept nowhere. `processing` = stored, the engine will take it as soon as it can. */
export type SubmissionReceipt = {
  caseId: CaseId;
  number: string;
  code: string;
  filedAt: Instant;
  state: 'started' | 'processing';
};

export type TaskForm = TaskRow & Pick<TaskView, 'state' | 'form'>;

export type DeployedProcedure = { procedure: Procedure; hash: DefinitionHash; version: number; deployedAt: Instant };
export type ProcedureBundle = {
  manifest: Procedure;
  xml: string;
  forms: Record<string, FormSchema>;
  decisions?: string;
  templates: Record<string, string>;
};

/** `signalId`: one that is sent twice counts once. */
export type SignalSent = { name: string; signalId: string; data: JsonObject };

/**
 * What people do in the office, one function each. Routes and the command line call these and nothing below them.
 * Every function that reads or writes a unit's data takes the caller's scope; who acts goes into the record.
 */
export type Office = {
  submit(actor: Actor, input: SubmitWniosek): Promise<Result<SubmissionReceipt>>;
  startForm(procedureId: string, actor: Actor): Promise<Result<{ procedure: Procedure; form: FormSchema }>>;

  inbox(scope: Scope, actor: Actor, filter: TaskFilter): Promise<Page<TaskRow>>;
  task(scope: Scope, actor: Actor, id: TaskId): Promise<Result<TaskView>>;
  /** the form alone, for who completes it: one read instead of all that the task's page shows */
  taskForm(scope: Scope, id: TaskId): Promise<Result<TaskForm>>;
  claim(scope: Scope, actor: Actor, id: TaskId): Promise<Result<TaskRow>>;
  release(scope: Scope, actor: Actor, id: TaskId): Promise<Result<TaskRow>>;
  saveDraft(
    scope: Scope,
    actor: Actor,
    id: TaskId,
    data: JsonObject,
    revision: number,
  ): Promise<Result<{ revision: number; savedAt: Instant }>>;
  /** checks the form, verifies a demanded signature, sends the update, returns after the step was projected */
  complete(scope: Scope, actor: Actor, id: TaskId, data: JsonObject, uploads?: Upload[]): Promise<Result<StepReceipt>>;
  /** signs the head revision of the document the task names with the actor's key; idempotent by task */
  sign(scope: Scope, actor: Actor, id: TaskId, expectedHead: Sha256): Promise<Result<DocumentView>>;
  /** sends the work back for correction instead, where the model offers it */
  returnTask(scope: Scope, actor: Actor, id: TaskId, reason: string): Promise<Result<StepReceipt>>;

  cases(scope: Scope, filter: CaseFilter): Promise<Page<CaseRow>>;
  case(scope: Scope, id: CaseId): Promise<Result<CaseView>>;
  deliverMessage(
    scope: Scope,
    actor: Actor,
    id: CaseId,
    name: string,
    messageId: string,
    data: JsonObject,
    more?: { key?: Json; keep?: boolean },
  ): Promise<Result<StepReceipt>>;
  retryIncident(
    scope: Scope,
    actor: Actor,
    id: CaseId,
    incident: string,
    variables?: JsonObject,
  ): Promise<Result<StepReceipt>>;

  /** where a case stands, for whoever keeps it running; nothing of what it says */
  operatorView(scope: Scope, id: CaseId): Promise<Result<OperatorView>>;
  /** what an operator does to a running case; the same `requestId` again changes nothing */
  operate(
    scope: Scope,
    actor: Actor,
    id: CaseId,
    wanted: { operation: OperationWanted; requestId?: string },
  ): Promise<Result<StepReceipt>>;
  signalCase(scope: Scope, actor: Actor, id: CaseId, signal: SignalSent): Promise<Result<StepReceipt>>;
  /** to every running case that waits for it */
  signalAll(actor: Actor, signal: SignalSent): Promise<Result<{ taken: number }>>;
  /** removes a case begun by mistake; its number and its record stay */
  removeCase(scope: Scope, actor: Actor, id: CaseId, reason: DeletionReason): Promise<Result<Deletion>>;
  /** what a migration of the running cases would do */
  planMigration(scope: Scope, wanted: MigrationWanted): Promise<Result<MigrationReport>>;
  migrateCases(scope: Scope, actor: Actor, wanted: MigrationWanted): Promise<Result<MigrationReport>>;
  versionsOf(procedureId: string): Promise<VersionRow[]>;

  /** case number + code; the same answer for a wrong number and a wrong code */
  track(number: string, code: string): Promise<Result<PublicCaseView & { scope: Scope; caseId: CaseId }>>;
  /** puts a case into a signed-in parent's account */
  adopt(actor: Actor, number: string, code: string): Promise<Result<CaseId>>;
  publicCase(scope: Scope, actor: Actor, id: CaseId): Promise<Result<PublicCaseView>>;

  procedures(): Promise<DeployedProcedure[]>;
  procedure(
    id: string,
    hash?: DefinitionHash,
  ): Promise<
    Result<
      DeployedProcedure & {
        xml: string;
        forms: Record<string, FormSchema>;
        steps: ModelStep[];
        /** the newest version begins cases by itself; without `at` it has begun its last */ nextStart?: {
          at?: Instant;
        };
      }
    >
  >;
  /** parse, lint, compile, store by hash; `modelRefused` with all problems, and nothing changed */
  deploy(actor: Actor, bundle: ProcedureBundle): Promise<Result<DeployedProcedure & { unchanged: boolean }>>;
  check(bundle: ProcedureBundle): Promise<Problem[]>;

  documentBytes(
    scope: Scope,
    id: DocumentId,
    revision?: number,
  ): Promise<Result<{ document: DocumentView; bytes: Buffer; fileName: string; mime: string; sha256: Sha256 }>>;
  verifyByCode(code: string): Promise<Result<VerificationReport & { number: string; title: DocumentView['title'] }>>;
  verifyUpload(bytes: Buffer): Promise<Result<VerificationReport>>;
};
