/** Every expected failure of the product. A bug throws; these are values. */
export type FailureCode =
  /** The body does not fit its form or schema. Recover: correct the named fields and send again. */
  | 'invalidInput'
  /** Nothing with that id, or nothing the caller may know of. Recover: check the number. */
  | 'notFound'
  /** The caller is not signed in. Recover: sign in. */
  | 'notSignedIn'
  /** The caller is signed in but may not do this. Recover: ask someone who holds the role. */
  | 'forbidden'
  /** The task was completed or cancelled before. Recover: reload; nothing was changed. */
  | 'taskClosed'
  /** Somebody else has claimed the task. Recover: ask them to release it. */
  | 'taskClaimed'
  /** The case is closed; nothing more can be done in it. */
  | 'caseClosed'
  /** An operator has suspended the case. Recover: wait until it is resumed; nothing was changed. */
  | 'caseSuspended'
  /** The case does not wait for this message now. Recover: reload; nothing was changed. */
  | 'notAwaited'
  /** The task demands a signature and none that verifies came with it. Recover: sign first. */
  | 'signatureRequired'
  /** The signature is not acceptable (wrong person, wrong role, expired or unknown certificate, wrong revision). */
  | 'signatureRefused'
  /** A fresh sign-in (≤ 5 minutes) is needed before signing. Recover: sign in again. */
  | 'stepUpRequired'
  /** The document changed since it was read. Recover: reload and look again. */
  | 'conflict'
  /** The same idempotency key came with other content. Recover: use a new key. */
  | 'idempotencyMismatch'
  /** A model was refused at deployment; `problems` lists all of them. */
  | 'modelRefused'
  /** The case cannot be put on the other version; `problems` names what and why. Recover: map elements, or wait until the case has moved on. */
  | 'migrationRefused'
  /** The engine (Temporal) cannot be reached. Recover: try again; drafts are kept. */
  | 'engineUnavailable'
  /** The store (MongoDB) cannot be reached. Recover: try again. */
  | 'storeUnavailable'
  /** Too many requests. Recover: wait for `retryAfterSeconds`. */
  | 'tooManyRequests'
  /** The request is larger than allowed. */
  | 'tooLarge'
  /** The request was not sent from our own page (CSRF). Recover: reload the page and send again. */
  | 'forgedRequest'
  /** An expression named something unknown or failed. Becomes an incident. */
  | 'expressionFailed'
  /** A service handler failed after all retries. Becomes an incident. */
  | 'handlerFailed'
  /** A BPMN error was thrown and nothing catches it. Becomes an incident. */
  | 'uncaughtError'
  /** The procedure, form, document or decision is not known to the deployment. */
  | 'unknownReference';

/** One thing wrong with one place: a form field, a body key, an element of a model. */
export type Problem = {
  /** field key, JSON pointer or BPMN element id */ at: string;
  /** code of the message in ui/texts */ code: string;
  /** values for the message, no personal data */ values?: Record<string, string | number>;
};

export type Failure = {
  failure: FailureCode;
  /** English, for logs and incidents; no personal data */ detail?: string;
  problems?: Problem[];
  retryAfterSeconds?: number;
};

/** A value or an expected failure. */
export type Result<Value> = { ok: true; value: Value } | ({ ok: false } & Failure);

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const fail = (failure: FailureCode, more: Omit<Failure, 'failure'> = {}): { ok: false } & Failure => ({
  ok: false,
  failure,
  ...more,
});
