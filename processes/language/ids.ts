/** Branded identifiers: a CaseId cannot be passed where a TaskId is meant. None of them ever carries personal data. */
type Branded<Name extends string> = string & { readonly __brand: Name };

/** Opaque id of a case (ULID-like, 26 characters). The Temporal workflow id is `case-<CaseId>`. */
export type CaseId = Branded<'CaseId'>;
/** Id of one running instance of a user task: `<CaseId>.<element instance number>`. */
export type TaskId = Branded<'TaskId'>;
export type PersonId = Branded<'PersonId'>;
/** Id of an organisational unit, e.g. `sp-1` or `wydzial`. */
export type UnitId = Branded<'UnitId'>;
export type DocumentId = Branded<'DocumentId'>;
/** SHA-256 (hex) over the canonical JSON of a compiled definition: its identity for ever. */
export type DefinitionHash = Branded<'DefinitionHash'>;
/** SHA-256 (hex) of a stored byte string. */
export type Sha256 = Branded<'Sha256'>;
/** Id of a BPMN element in its model: stable English camelCase. */
export type ElementId = string;
/** RFC 3339 instant in UTC with milliseconds, e.g. `2026-11-23T12:00:00.000Z`. */
export type Instant = string;
/** Calendar date in Europe/Warsaw, `YYYY-MM-DD`. */
export type LocalDate = string;

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
