import type { Failure, FailureCode } from '../processes/language/failure.ts';

/** The single map from an expected failure to the status it is answered with. */
const statuses: Record<FailureCode, number> = {
  invalidInput: 422,
  notFound: 404,
  notSignedIn: 401,
  forbidden: 403,
  taskClosed: 409,
  taskClaimed: 409,
  caseClosed: 409,
  caseSuspended: 409,
  notAwaited: 409,
  signatureRequired: 409,
  signatureRefused: 422,
  stepUpRequired: 401,
  conflict: 409,
  idempotencyMismatch: 409,
  modelRefused: 422,
  migrationRefused: 422,
  engineUnavailable: 503,
  storeUnavailable: 503,
  tooManyRequests: 429,
  tooLarge: 413,
  forgedRequest: 403,
  expressionFailed: 500,
  handlerFailed: 500,
  uncaughtError: 500,
  unknownReference: 422,
};

export const statusOf = (failure: FailureCode): number => statuses[failure];

/** An expected failure on its way out of a place that cannot return it; the door answers it like a returned one. */
export class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.detail ?? failure.failure);
    this.name = 'Refused';
    this.failure = failure;
  }
}

/** What to answer to a thrown thing, or nothing when it is a bug. */
export function failureOf(thrown: unknown): Failure | undefined {
  if (thrown instanceof Refused) return thrown.failure;
  const { type, status, name, failure } = namesOf(thrown);
  if (type === 'entity.too.large' || status === 413) return { failure: 'tooLarge' };
  if (type === 'entity.parse.failed' || type === 'encoding.unsupported' || type === 'charset.unsupported')
    return { failure: 'invalidInput', problems: [{ at: 'body', code: 'malformed' }] };
  if (status === 406) return { failure: 'invalidInput', problems: [{ at: 'Accept', code: 'notAcceptable' }] };
  if (status !== undefined && status >= 400 && status < 500) return { failure: 'invalidInput' };
  if (thrown instanceof URIError) return { failure: 'notFound' };
  if (name === 'StoreUnavailable' || failure === 'storeUnavailable')
    return { failure: 'storeUnavailable', retryAfterSeconds: 5 };
  return undefined;
}

type Names = { type?: unknown; status?: number; name?: unknown; failure?: unknown };
const namesOf = (thrown: unknown): Names => {
  if (typeof thrown !== 'object' || thrown === null) return {};
  const { type, status, name, failure } = thrown as Record<string, unknown> & Names;
  return { type, name, failure, ...(typeof status === 'number' ? { status } : {}) };
};
