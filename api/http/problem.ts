import type { Response } from 'express';
import { failureText, problemText } from '../../ui/texts/texts.ts';
import { statusOf } from '../errors.ts';
import type { Failure } from '../../processes/language/failure.ts';
import type { Language } from '../../processes/language/text.ts';

/** A failure as RFC 9457 says it, in the reader's language. Never a stack, never the detail meant for logs. */
export function problemOf({ failure, problems }: Failure, language: Language) {
  const { title, advice } = failureText(language, failure);
  return {
    type: `urn:obieg:failure:${failure}`,
    title,
    status: statusOf(failure),
    code: failure,
    detail: advice,
    problems: (problems ?? []).map((problem) => ({ ...problem, sentence: problemText(language, problem) })),
  };
}

export function sendProblem(response: Response, failure: Failure, language: Language): void {
  setRetryAfter(response, failure);
  response
    .status(statusOf(failure.failure))
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(failure, language)));
}

export function setRetryAfter(response: Response, failure: Failure): void {
  const seconds = failure.retryAfterSeconds ?? (statusOf(failure.failure) === 503 ? 5 : undefined);
  if (seconds !== undefined) response.set('Retry-After', String(seconds));
}
