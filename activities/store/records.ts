import type { CaseStatus, FrozenParameter } from '../../processes/language/case.ts';
import type { AppliedSignature, Revision, SignatureField } from '../../processes/language/document.ts';
import type { CandidateRole, Person, Unit } from '../../processes/language/party.ts';
import type {
  CaseId,
  DefinitionHash,
  DocumentId,
  ElementId,
  Instant,
  JsonObject,
  LocalDate,
  PersonId,
  Sha256,
  TaskId,
  UnitId,
} from '../../processes/language/ids.ts';
import type { DerivationStep } from '../../processes/language/term.ts';
import type { ProcessGraph } from '../../workflows/engine/graph.ts';
import type { Text } from '../../processes/language/text.ts';

/** Who removed a case, when and why, and the hash of what was removed. */
export type Deletion = { at: Instant; by: string; reason: DeletionReason; hash: Sha256 };
export const deletionReasons = ['mistake', 'duplicate', 'test'] as const;
/** Why a case is removed: one of a few words, so that nothing personal can be written into the record. */
export type DeletionReason = (typeof deletionReasons)[number];

/** What lies in MongoDB, one type per collection. `unit` on each of them carries the unit scope. */
export type CaseRecord = {
  _id: CaseId;
  number: string;
  procedureId: string;
  definition: DefinitionHash;
  version: number;
  unit: UnitId;
  status: CaseStatus;
  outcome?: string;
  stage?: string;
  stagesPassed: string[];
  subject?: string;
  /** person id of the signed-in parent who owns it */
  applicant?: PersonId;
  /** keyed hash of the tracking code; the code itself is never stored */
  codeHash: string;
  /** the start event by which it began by itself */ beginAt?: ElementId;
  filedOn: LocalDate;
  startedAt: Instant;
  closedAt?: Instant;
  /** counted at filing; it runs until the stage `until` is reached, else to the end of the case */
  term: { dueOn: LocalDate; basis: string; derivation: DerivationStep[]; until?: string };
  parameters: FrozenParameter[];
  variables: JsonObject;
  /** number of the last projected engine step; 0 = not started by the engine yet */
  seq: number;
  steps: {
    element: ElementId;
    instance: string;
    enteredAt: Instant;
    leftAt?: Instant;
    how?: 'completed' | 'cancelled';
  }[];
  flowsTaken: string[];
  incidents: {
    id: string;
    element: ElementId;
    failure: string;
    detail: string;
    since: Instant;
    resolvedAt?: Instant;
  }[];
  waiting: { instance: string; element: ElementId; message: string }[];
  /** signals it waits for; absent until it first does */
  signals?: { instance: string; element: ElementId; signal: string }[];
  /** an operator has stopped it */ suspended?: { at: Instant; by: string };
  /** an operator has ended it before its time; it stays open while what it did is undone */
  cancelled?: { at: Instant; by: string };
  /** an administrator has removed all it held; what is left is its number and its record */
  deleted?: Deletion;
};

export type TaskRecord = {
  _id: TaskId;
  case: CaseId;
  number: string;
  procedureId: string;
  definition: DefinitionHash;
  unit: UnitId;
  /** unit in which the candidate role is held: the case's unit or the department; `applicant` tasks keep the case's unit */
  seatUnit: UnitId;
  element: ElementId;
  instance: string;
  name: string;
  form?: string;
  candidate: CandidateRole[];
  /** `role:unit` keys of who may take it, e.g. `clerk:wydzial`; the inbox index */
  candidateKeys: string[];
  applicant?: PersonId;
  subject?: string;
  data: JsonObject;
  state: 'open' | 'completed' | 'cancelled';
  assignee?: PersonId;
  openedAt: Instant;
  closedAt?: Instant;
  closedBy?: string;
  dueOn?: LocalDate;
  dueBasis?: string;
  signature?: { document: string; field: string };
};

export type DraftRecord = {
  _id: string;
  task: TaskId;
  unit: UnitId;
  person: PersonId;
  data: JsonObject;
  savedAt: Instant;
  revision: number;
};

/** An acknowledged filing. Stored with its case and first record entry in one transaction, before Temporal is told. */
export type SubmissionRecord = {
  _id: string;
  /** SHA-256 of the canonical payload */ payloadHash: string;
  case: CaseId;
  unit: UnitId;
  state: 'stored' | 'started';
  at: Instant;
  attempts: number;
  lastError?: string;
};

export type DocumentRecord = {
  _id: DocumentId;
  case: CaseId;
  unit: UnitId;
  kind: string;
  title: Text;
  mime: string;
  fileName: string;
  createdAt: Instant;
  /** `<element>.<instance>` that made it: making it twice changes nothing */
  madeBy: string;
  element?: ElementId;
  signatureFields: SignatureField[];
  revisions: Revision[];
  verificationCode?: string;
};

export type BlobRecord = { _id: Sha256; size: number; mime: string; data: Buffer; at: Instant };

/** One entry of the hash-chained record of a case. `hash` covers all other fields by RFC 8785 canonical JSON. */
export type EntryRecord = {
  _id: string;
  case: CaseId;
  unit: UnitId;
  seq: number;
  at: Instant;
  /** person id, `applicant`, or `system:<part>` */
  actor: string;
  onBehalfOf?: string;
  action: string;
  element?: ElementId;
  /** what it is about where that is no element: stage id, outcome, failure code, kind of an ignored input */
  about?: string;
  documentHash?: string;
  payloadHash?: string;
  previousHash: string;
  hash: string;
};

export type DefinitionRecord = {
  _id: DefinitionHash;
  procedureId: string;
  version: number;
  xml: string;
  graph: ProcessGraph;
  /** form id → schema, document id → Typst source, as deployed */
  forms: Record<string, unknown>;
  templates: Record<string, string>;
  manifest: unknown;
  deployedAt: Instant;
  deployedBy: string;
};

export type MessageRecord = {
  _id: string;
  case: CaseId;
  unit: UnitId;
  at: Instant;
  subject: Text;
  body: Text;
  to?: string;
  state: 'stored' | 'sent' | 'failed';
};
export type SessionRecord = {
  _id: string;
  person: PersonId;
  createdAt: Instant;
  lastSeenAt: Instant;
  authenticatedAt: Instant;
  expiresAt: Date;
  csrf: string;
  /** fingerprint of the roles held at sign-in: the session ends when they change */
  roles?: string;
  ended?: Instant;
};
export type PersonRecord = Omit<Person, 'id'> & { _id: PersonId; /** `sub` of the OpenID provider */ subject: string };
export type UnitRecord = Omit<Unit, 'id'> & { _id: UnitId };
export type { AppliedSignature };
