import type { DocumentSpec } from './document.ts';
import type { JsonObject } from './ids.ts';
import type { Role } from './party.ts';
import type { Text } from './text.ts';

/** A stage the public sees. Elements name it by `obieg:stage`. */
export type Stage = { id: string; label: Text; /** what the applicant should know or do now */ hint?: Text };

/** Who starts a case and with which form. */
export type StartForm = { by: Role[]; form: string; /** shown on the applications page for parents */ public: boolean };

/** The body to which the office's document may be appealed. */
export type Remedy = { body: Text; term: string; basis: string };

/**
 * The typed manifest of a procedure: start reading here. Everything it names lies in the same folder:
 * `process.bpmn`, `forms/<id>.form.json`, `decisions.dmn`, `documents/<template>`.
 */
export type Procedure = {
  id: string;
  title: Text;
  summary: Text;
  /** statute and articles, Polish */
  legalBasis: string;
  /** class of the JRWA (uniform subject classification of files) used for znak sprawy; sample until the office loads its own */
  jrwa: string;
  /** retention category, e.g. `B5` */
  retention: string;
  start: StartForm[];
  forms: string[];
  documents: DocumentSpec[];
  stages: Stage[];
  /** keys of law/ parameters frozen in a case at its legal reference date */
  parameters: string[];
  /** statutory term of the whole case, counted from filing, e.g. `{ duration: 'P1M', basis: 'KPA art. 35 § 3' }` */
  term: {
    duration: string;
    basis: string;
    /** stage with which the case is settled, so that the term no longer runs; its end when absent */ until?: string;
  };
  remedy?: Remedy;
  /** Which variable of the start form names the case's unit; the department when absent. */
  unitVariable?: string;
  /** The unit of cases that begin by themselves; the department when absent. */
  unit?: string;
  /** Start-form keys whose initials stand for the case in lists (`pupilFirstName`, `pupilLastName` → `A. K.`), so that no list shows a name. */
  subject?: string[];
  /** data for previews of documents and forms */
  sample?: JsonObject;
};

export const defineProcedure = (procedure: Procedure): Procedure => procedure;
