import type {
  CaseId,
  DefinitionHash,
  DocumentId,
  Instant,
  JsonObject,
  LocalDate,
  PersonId,
  Sha256,
  TaskId,
  UnitId,
} from '../../processes/language/ids.ts';
import type { Person, Unit } from '../../processes/language/party.ts';
import type { Result } from '../../processes/language/failure.ts';
import type { Revision } from '../../processes/language/document.ts';
import type { ProjectedStep } from '../../workflows/ports.ts';
import type {
  CaseRecord,
  DefinitionRecord,
  Deletion,
  DocumentRecord,
  DraftRecord,
  EntryRecord,
  MessageRecord,
  PersonRecord,
  SessionRecord,
  SubmissionRecord,
  TaskRecord,
} from './records.ts';
import type { Scope } from './scope.ts';

/** `total` counts no further than 10 000, which then means "or more": a list costs the same at a million cases. */
export type Page<Row> = { rows: Row[]; total: number };
export type TaskFilter = {
  state?: TaskRecord['state'];
  keys?: string[];
  assignee?: PersonId;
  procedureId?: string;
  unit?: UnitId;
  overdueOn?: LocalDate;
  skip?: number;
  limit?: number;
};
export type CaseFilter = {
  procedureId?: string;
  unit?: UnitId;
  status?: CaseRecord['status'];
  text?: string;
  applicant?: PersonId;
  skip?: number;
  limit?: number;
};

/** A new entry of the record; seq, hashes and id are given by the store. */
export type NewEntry = Pick<EntryRecord, 'at' | 'actor' | 'action'> &
  Partial<Pick<EntryRecord, 'element' | 'about' | 'documentHash' | 'payloadHash' | 'onBehalfOf'>>;

/** A filing as it is accepted: number, case, submission, first entry in one transaction. */
export type NewFiling = {
  idempotencyKey: string;
  payloadHash: string;
  /** the register the number is drawn from: `<unit symbol>.<jrwa>`; year from filedOn */
  register: { symbol: string; jrwa: string; year: number };
  case: Omit<
    CaseRecord,
    'number' | 'seq' | 'steps' | 'flowsTaken' | 'incidents' | 'waiting' | 'stagesPassed' | 'status'
  >;
  by: string;
  attachments: { id: DocumentId; fileName: string; mime: string; bytes: Buffer }[];
};

/**
 * Everything the product keeps. Two implementations pass one contract test: MongoDB (`mongo-store.ts`) and memory (`memory-store.ts`).
 * Each read or write that touches a unit's data takes a `Scope` and throws without one. Every acknowledged write is majority + journal.
 */
export type Store = {
  cases: {
    file(filing: NewFiling): Promise<Result<{ case: CaseRecord; repeated: boolean }>>;
    find(scope: Scope, id: CaseId): Promise<CaseRecord | undefined>;
    findByNumber(scope: Scope, number: string): Promise<CaseRecord | undefined>;
    list(scope: Scope, filter: CaseFilter): Promise<Page<CaseRecord>>;
    setApplicant(scope: Scope, id: CaseId, applicant: PersonId, entry: NewEntry): Promise<void>;
    /** the read model's one writer: applies a step once, by (case, seq), with its record entries, in one transaction */
    project(step: ProjectedStep): Promise<void>;
    /** running cases that wait for a signal, whichever unit they are of */
    awaitingSignal(signal: string): Promise<CaseId[]>;
    /** removes all that a case holds but its number and its record, which says so; doing it twice changes nothing */
    remove(scope: Scope, id: CaseId, by: Omit<Deletion, 'hash'>): Promise<Result<Deletion>>;
  };
  submissions: {
    unstarted(olderThan: Instant, limit: number): Promise<SubmissionRecord[]>;
    markStarted(id: string): Promise<void>;
    markFailed(id: string, error: string): Promise<void>;
  };
  tasks: {
    find(scope: Scope, id: TaskId): Promise<TaskRecord | undefined>;
    list(scope: Scope, filter: TaskFilter): Promise<Page<TaskRecord>>;
    openOf(scope: Scope, caseId: CaseId): Promise<TaskRecord[]>;
    /** sets the assignee if nobody else holds it; `taskClaimed` or `taskClosed` otherwise */
    claim(scope: Scope, id: TaskId, person: PersonId, entry: NewEntry): Promise<Result<TaskRecord>>;
    release(scope: Scope, id: TaskId, person: PersonId, entry: NewEntry): Promise<Result<TaskRecord>>;
  };
  drafts: {
    find(scope: Scope, task: TaskId, person: PersonId): Promise<DraftRecord | undefined>;
    /** `conflict` when `revision` is not the stored one (another device saved in between) */
    save(
      scope: Scope,
      draft: { task: TaskId; unit: UnitId; person: PersonId; data: JsonObject; at: Instant; revision: number },
    ): Promise<Result<DraftRecord>>;
    ofPerson(scope: Scope, person: PersonId): Promise<TaskId[]>;
  };
  documents: {
    /** idempotent by `madeBy`: the second call returns the first document */
    add(
      scope: Scope,
      document: Omit<DocumentRecord, 'revisions'>,
      bytes: Buffer,
      entry: NewEntry,
    ): Promise<DocumentRecord>;
    /** appends a signed revision if the head is still `expectedHead`; `conflict` otherwise; idempotent by signature.task */
    addRevision(
      scope: Scope,
      id: DocumentId,
      expectedHead: Sha256,
      revision: Omit<Revision, 'number' | 'size' | 'sha256'>,
      bytes: Buffer,
      entry: NewEntry,
    ): Promise<Result<DocumentRecord>>;
    find(scope: Scope, id: DocumentId): Promise<DocumentRecord | undefined>;
    findByVerificationCode(code: string): Promise<DocumentRecord | undefined>;
    ofCase(scope: Scope, caseId: CaseId): Promise<DocumentRecord[]>;
    /** documents of which some revision consists of these bytes */
    madeOf(scope: Scope, sha256: Sha256): Promise<DocumentRecord[]>;
    bytes(scope: Scope, sha256: Sha256): Promise<Buffer | undefined>;
  };
  record: {
    append(scope: Scope, caseId: CaseId, entry: NewEntry): Promise<EntryRecord>;
    ofCase(scope: Scope, caseId: CaseId): Promise<EntryRecord[]>;
    /** recomputes every chain and every blob; names the first entry or byte string that does not fit */
    verify(progress?: (done: number) => void): Promise<{
      cases: number;
      entries: number;
      blobs: number;
      broken: { what: 'entry' | 'blob' | 'reference' | 'number'; id: string; reason: string }[];
    }>;
  };
  definitions: {
    add(definition: Omit<DefinitionRecord, 'version'>): Promise<DefinitionRecord>;
    find(hash: DefinitionHash): Promise<DefinitionRecord | undefined>;
    /** hash of the newest version: what is asked at every filing, while the definitions themselves are remembered */
    newest(procedureId: string): Promise<DefinitionHash | undefined>;
    list(): Promise<DefinitionRecord[]>;
  };
  messages: {
    add(scope: Scope, message: MessageRecord, entry: NewEntry): Promise<void>;
    ofCase(scope: Scope, caseId: CaseId): Promise<MessageRecord[]>;
    mark(id: string, state: MessageRecord['state']): Promise<void>;
  };
  people: {
    find(id: PersonId): Promise<PersonRecord | undefined>;
    findBySubject(subject: string): Promise<PersonRecord | undefined>;
    list(): Promise<PersonRecord[]>;
    put(person: Person & { subject: string }): Promise<void>;
  };
  units: { find(id: UnitId): Promise<Unit | undefined>; list(): Promise<Unit[]>; put(unit: Unit): Promise<void> };
  sessions: {
    put(session: SessionRecord): Promise<void>;
    find(idHash: string): Promise<SessionRecord | undefined>;
    touch(idHash: string, at: Instant): Promise<void>;
    end(idHash: string, at: Instant): Promise<void>;
    ofPerson(person: PersonId): Promise<SessionRecord[]>;
  };
  /** answers when a majority-committed ping succeeds */
  ping(): Promise<void>;
  close(): Promise<void>;
};
