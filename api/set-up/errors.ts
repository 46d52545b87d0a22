import type { ErrorRequestHandler, Express } from 'express';
import { failureOf } from '../errors.ts';
import { sendFailure } from '../http/send.ts';
import { sendProblem } from '../http/problem.ts';
import { visitOf } from '../http/visit.ts';
import type { AppDeps } from '../deps.ts';

/** The last two steps: what no route answers, and what went wrong. */
export function setUpErrors(app: Express, deps: AppDeps): void {
  app.use((request, response) => sendFailure(deps, request, response, { failure: 'notFound' }));
  const answerError: ErrorRequestHandler = async (thrown: unknown, request, response, next) => {
    const requestId = response.getHeader('X-Request-Id');
    const failure = failureOf(thrown);
    if (!failure) deps.logger.error({ requestId, err: thrown }, 'a bug');
    else if (
      failure.failure === 'storeUnavailable' ||
      failure.failure === 'forgedRequest' ||
      failure.failure === 'forbidden'
    )
      deps.logger.warn({ requestId, failure: failure.failure, detail: failure.detail }, 'refused');
    // Half an answer is out already: only breaking the connection tells the caller that it is not whole.
    if (response.headersSent) return next(thrown);
    const answer = failure ?? { failure: 'uncaughtError' as const };
    try {
      await sendFailure(deps, request, response, answer);
    } catch (again) {
      deps.logger.error({ requestId, err: again }, 'the error page could not be drawn');
      sendProblem(response, answer, visitOf(response)?.language ?? 'pl');
    }
  };
  app.use(answerError);
}
