import type { Response } from 'express';
import { failureText, problemText, textsOf } from '../../ui/texts/texts.ts';
import { statusOf } from '../errors.ts';
import type { Failure, FailureCode } from '../../processes/language/failure.ts';
import type { Language } from '../../processes/language/text.ts';

/** A failure as RFC 9457 says it, in the reader's language. Never a stack, never the detail meant for logs. */
export function problemOf({ failure, problems }: Failure, language: Language) {
  const { title, advice } = sayingOf(failure, language);
  return {
    type: `urn:obieg:failure:${failure}`,
    title,
    status: statusOf(failure),
    code: failure,
    detail: advice,
    problems: (problems ?? []).map((problem) => ({ ...problem, sentence: problemText(language, problem) })),
  };
}

/** At a door a failure of ours is nobody's step that waits: there it is told as on the page. */
function sayingOf(failure: FailureCode, language: Language): { title: string; advice: string } {
  const { unexpectedTitle: title, unexpectedAdvice: advice } = textsOf(language).error;
  return statusOf(failure) === 500 ? { title, advice } : failureText(language, failure);
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
