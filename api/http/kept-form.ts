import type { Request } from 'express';
import { bodyOf } from './bodies.ts';
import type { Failure, FailureCode } from '../../processes/language/failure.ts';
import type { KeptForm } from '../../ui/contract.ts';

/** After these the very same form may be accepted a moment later; after any other it may not. */
const passing: ReadonlySet<FailureCode> = new Set([
  'notSignedIn',
  'storeUnavailable',
  'engineUnavailable',
  'uncaughtError',
]);

/**
 * What somebody typed into a form that could not be taken now, for the page that says why. A form that came from
 * elsewhere is never offered to be sent again; one whose token was of another session is.
 */
export function keptForm(request: Request, { failure, detail }: Failure): KeptForm | undefined {
  const again = passing.has(failure) || (failure === 'forgedRequest' && detail === 'token');
  if (!again || request.method !== 'POST' || typeof request.body !== 'object') return undefined;
  const body = formOf(request);
  const fields = Object.entries(body).flatMap(([name, value]) =>
    name === '_csrf' ? [] : [value].flat().map((one) => ({ name, value: one })),
  );
  const typed = fields.some(({ name, value }) => !/^_|^idempotencyKey$/.test(name) && value.trim() !== '');
  return typed ? { action: request.path, fields } : undefined;
}

function formOf(request: Request): Record<string, string | string[]> {
  try {
    const body = bodyOf(request);
    return body.kind === 'form' ? body.fields : {};
  } catch {
    return {};
  }
}
