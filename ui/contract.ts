import type { CaseRow, CaseView, PublicCaseView, TaskRow, TaskView } from '../processes/language/case.ts';
import type { FailureCode, Problem } from '../processes/language/failure.ts';
import type { FormSchema } from '../processes/language/form.ts';
import type { JsonObject } from '../processes/language/ids.ts';
import type { Language, Text } from '../processes/language/text.ts';
import type { MigrationReport, OperatorView, VersionRow } from '../processes/language/operating.ts';
import type { Role, Unit } from '../processes/language/party.ts';

/** Who looks at the page, as pages need it. */
export type Viewer =
  | { kind: 'anonymous' }
  | { kind: 'parent'; id: string; name: string }
  | {
      kind: 'staff';
      id: string;
      name: string;
      roles: Role[];
      units: { id: string; name: string }[];
      openTasks: number;
    };

/** What every page gets. */
export type PageContext = {
  language: Language;
  viewer: Viewer;
  /** path and query of this page, for the language links */
  path: string;
  /** token of the hidden field `_csrf`; empty on pages without forms */
  csrf: string;
  demo: boolean;
  /** file names of built assets by logical name, e.g. `style.css` → `/assets/style-9f8a.css` */
  assets: Record<string, string>;
  /** code of a message shown once after a redirect, `notice.<code>` in ui/texts */
  notice?: string;
};

/** What was typed, as it was typed, and what is wrong with it: a form is never lost. */
export type FilledForm = { values: JsonObject; problems: Problem[] };

/** A form as it was sent, to be sent again as it is. */
export type KeptForm = { action: string; fields: { name: string; value: string }[] };

/** Props of each page, by file name in ui/pages. Every page is a function `(props: { context: PageContext } & …) => JSX`. */
export type Pages = {
  start: {
    procedures: { id: string; title: Text; summary: Text }[];
    people: { id: string; name: string; roles: Role[]; unit: string }[];
    open: { cases: number };
  };
  'sign-in': {
    people: { id: string; name: string; roles: Role[]; unit: string }[];
    action: string;
    problems: Problem[];
  };
  inbox: {
    rows: TaskRow[];
    total: number;
    page: number;
    pages: number;
    filter: { procedure?: string; unit?: string; show: 'mine' | 'all' | 'overdue' };
    counts: { mine: number; all: number; overdue: number };
    procedures: { id: string; title: Text }[];
    units: { id: string; name: string }[];
  };
  task: {
    task: TaskView;
    form: FilledForm;
    schools: Unit[];
    /** signed in less than 5 minutes ago */ freshSignIn: boolean;
    canSign: boolean;
    mayAct: boolean;
  };
  case: {
    case: CaseView;
    /** where the viewer fetches the BPMN XML */ diagramUrl: string;
    may: { retry: boolean; operate: boolean; deliver: { message: string; label: string }[] };
  };
  operate: { case: OperatorView; form: FilledForm };
  migration: {
    procedure: { id: string; title: Text };
    versions: VersionRow[];
    typed: { to: string; /** `old = new`, one a line */ mapping: string };
    /** how it would go, or went */ report?: MigrationReport;
    applied?: boolean;
  };
  cases: {
    rows: CaseRow[];
    total: number;
    page: number;
    pages: number;
    filter: { procedure?: string; unit?: string; status?: string; text?: string };
    procedures: { id: string; title: Text }[];
    units: { id: string; name: string }[];
  };
  applications: { procedures: { id: string; title: Text; summary: Text; legalBasis: string }[] };
  application: {
    procedure: { id: string; title: Text; summary: Text; legalBasis: string };
    schema: FormSchema;
    form: FilledForm;
    schools: Unit[];
    idempotencyKey: string;
    channel: 'web' | 'paper';
  };
  submitted: {
    number: string;
    code: string;
    state: 'started' | 'processing';
    procedure: { title: Text };
    signedIn: boolean;
  };
  track: { number: string; problems: Problem[] };
  'public-case': { case: PublicCaseView; /** prefix of document links */ base: string; own: boolean };
  'my-cases': { rows: CaseRow[]; problems: Problem[] };
  'model-check': { problems: Problem[]; verdict?: ModelVerdictView };
  procedures: {
    /** models of one's own */ mayCheck: boolean;
    rows: { id: string; title: Text; summary: Text; version: number; hash: string; deployedAt: string }[];
  };
  procedure: {
    procedure: {
      id: string;
      title: Text;
      summary: Text;
      legalBasis: string;
      version: number;
      hash: string;
      deployedAt: string;
    };
    steps: { element: string; name: string; kind: string; next: string[] }[];
    forms: string[];
    documents: Text[];
    diagramUrl: string;
    /** the newest version begins cases by itself; without `at` it has begun its last */ nextStart?: { at?: string };
  };
  verify: { problems: Problem[]; report?: VerificationView };
  accessibility: Record<string, never>;
  error: {
    status: number;
    failure: FailureCode;
    problems: Problem[];
    requestId: string;
    /** what was typed into a form that could not be taken, to be sent again */ kept?: KeptForm;
  };
};

/** Something said of one place of a model, with the name of the place and the step of the list it belongs to. */
export type FindingView = Problem & { name?: string; step?: string };

/** What a model file is worth here. Nothing of it is kept, so the page carries the file itself for the drawing and the export. */
export type ModelVerdictView = {
  fileName: string;
  runs: boolean;
  /** why it does not run */ problems: FindingView[];
  /** what a procedure is asked for besides */ rules: FindingView[];
  /** what an export would lose */ losses: FindingView[];
  /** what was made of other engines' words */ conversions: FindingView[];
  steps: { element: string; name: string; kind: string; next: string[] }[];
  drawn: boolean;
  xml: string;
};

/** The public verification result: signers, times, hash, valid or not; nothing else about the case. */
export type VerificationView = {
  known: boolean;
  valid: boolean;
  changedAfterSigning: boolean;
  sha256: string;
  size: number;
  title?: Text;
  number?: string;
  signatures: {
    field: string;
    signerName: string;
    organisation?: string;
    issuer: string;
    at?: string;
    level: string;
    valid: boolean;
    problems: string[];
  }[];
};
