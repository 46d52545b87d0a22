import type { DerivationStep } from './term.ts';
import type { DocumentView } from './document.ts';
import type { CaseId, DefinitionHash, ElementId, Instant, JsonObject, LocalDate, TaskId, UnitId } from './ids.ts';
import type { CandidateRole } from './party.ts';
import type { FormSchema } from './form.ts';
import type { Text } from './text.ts';
import type { FailureCode } from './failure.ts';

/** `received`: stored, the engine has not started it yet; `incident`: open, but a step needs an operator. */
export type CaseStatus = 'received' | 'open' | 'incident' | 'completed';

/** A term counted by law, with every step of its counting. */
export type TermView = {
  dueOn: LocalDate;
  basis: string;
  derivation: DerivationStep[];
  /** negative = overdue */ workingDaysLeft: number;
  /** the decision is issued or the case closed: the term no longer runs */
  settled: boolean;
};

export type StageState = { id: string; label: Text; state: 'done' | 'now' | 'next' };

export type Holder = { role: CandidateRole; unit: { id: UnitId; name: string } };

/** One row of the inbox. */
export type TaskRow = {
  id: TaskId;
  case: { id: CaseId; number: string };
  procedure: { id: string; title: Text };
  unit: { id: UnitId; name: string };
  element: ElementId;
  /** Polish name of the element, as on the diagram */
  name: string;
  candidate: CandidateRole[];
  /** what the clerk sees instead of personal data in lists: pupil's initials or a label made by the model */
  subject?: string;
  assignee?: { id: string; name: string };
  progress: 'new' | 'draft' | 'claimed';
  openedAt: Instant;
  due?: { on: LocalDate; basis?: string; workingDaysLeft: number };
};

/** A task with all its page needs. */
export type TaskView = TaskRow & {
  state: 'open' | 'completed' | 'cancelled';
  form: FormSchema;
  /** variables of the case that the form may show */
  data: JsonObject;
  draft?: { data: JsonObject; savedAt: Instant; revision: number };
  /** the document to be signed before the task can be completed */
  signature?: { document: DocumentView; field: string; signed: boolean };
  /** the work may be sent back for correction from here, with a reason */
  returnable?: true;
  documents: DocumentView[];
};

/** One step of the process, in the order of the diagram's happy reading: the accessible twin of the picture. */
export type StepView = {
  element: ElementId;
  name: string;
  kind: string;
  state: 'done' | 'active' | 'incident' | 'cancelled' | 'future';
  enteredAt?: Instant;
  leftAt?: Instant;
  /** how often it was entered (loops) */
  count: number;
  /** ids of the steps that may follow */
  next: ElementId[];
};

/** One entry of the record, ready to be put into a sentence by ui/texts: `history.<action>`. */
export type HistoryLine = {
  seq: number;
  at: Instant;
  action: string;
  /** name of the person for staff, of the office for the public */ who: string;
  element?: string;
  /** label of the stage that was reached */
  about?: Text;
  values?: Record<string, string>;
  hash: string;
};

export type IncidentView = {
  id: string;
  element: ElementId;
  name: string;
  failure: FailureCode;
  detail: string;
  since: Instant;
};

/** A dated parameter as the case froze it. */
export type FrozenParameter = {
  key: string;
  value: number | string;
  unit: string;
  basis: string;
  validFrom: LocalDate;
  confirmed: boolean;
};

export type CaseRow = {
  id: CaseId;
  /** znak sprawy */
  number: string;
  procedure: { id: string; title: Text };
  unit: { id: UnitId; name: string };
  status: CaseStatus;
  outcome?: string;
  /** an operator has stopped it: whatever comes is kept until it is resumed */ suspended?: true;
  stage?: { id: string; label: Text };
  subject?: string;
  startedAt: Instant;
  due?: { on: LocalDate; workingDaysLeft: number };
};

export type CaseView = CaseRow & {
  definition: { hash: DefinitionHash; version: number };
  stages: StageState[];
  holders: Holder[];
  term: TermView;
  tasks: TaskRow[];
  documents: DocumentView[];
  messages: LetterView[];
  history: HistoryLine[];
  steps: StepView[];
  /** ids of the sequence flows taken so far: the path on the diagram */ flowsTaken?: string[];
  incidents: IncidentView[];
  parameters: FrozenParameter[];
  data: JsonObject;
  /** messages the case waits for now, by the name they are delivered under; `name` is the element's */
  waiting?: { element: ElementId; name: string; message: string }[];
};

/** A notice to the applicant, shown on the stage page and mailed where an address is known. */
export type LetterView = { id: string; at: Instant; subject: Text; body: Text; document?: string };

/** What the holder of case number + code, or the signed-in parent, sees: no names of officials, no incidents. */
export type PublicCaseView = {
  number: string;
  procedure: { id: string; title: Text };
  status: CaseStatus;
  outcome?: string;
  stages: StageState[];
  hint?: Text;
  holder?: string;
  term: TermView;
  letters: LetterView[];
  documents: DocumentView[];
  /** open tasks of the applicant; present only for the signed-in owner of the case */
  tasks: TaskRow[];
  history: { at: Instant; action: string; about?: Text }[];
};
