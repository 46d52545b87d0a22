import type { Request, Response } from 'express';
import { cookieNames, setCookies } from './cookies.ts';
import { drawPage } from './pages.ts';
import { keptForm } from './kept-form.ts';
import { pageContext } from './page-context.ts';
import { sendProblem, setRetryAfter } from './problem.ts';
import { signInFirst } from './sign-in-first.ts';
import { statusOf } from '../errors.ts';
import { visitOf, wantsHtml } from './visit.ts';
import type { Answer } from './answer.ts';
import type { AppDeps } from '../deps.ts';
import type { Failure } from '../../processes/language/failure.ts';

/** Makes JSON or HTML of an answer, by what the caller accepts. */
export async function sendAnswer(deps: AppDeps, request: Request, response: Response, answer: Answer): Promise<void> {
  const secure = deps.config.secureCookies;
  if ('cookies' in answer && answer.cookies) setCookies(response, answer.cookies, secure);
  switch (answer.kind) {
    case 'page':
      return sendPage(deps, request, response, answer);
    case 'done':
      if (!wantsHtml(request)) return void response.json(answer.view);
      if (answer.notice)
        setCookies(response, [{ name: cookieNames.notice, value: answer.notice, maxAgeSeconds: 60 }], secure);
      return response.redirect(303, answer.to);
    case 'go':
      return response.redirect(303, answer.to);
    case 'file':
      return sendFile(response, answer);
    case 'plain':
      return void response
        .status(answer.status ?? 200)
        .type(answer.mime)
        .send(answer.text);
    case 'refused':
      return sendFailure(deps, request, response, answer.failure);
  }
}

async function sendPage(
  deps: AppDeps,
  request: Request,
  response: Response,
  answer: Extract<Answer, { kind: 'page' }>,
): Promise<void> {
  const visit = visitOf(response);
  if (answer.failure) setRetryAfter(response, answer.failure);
  if (wantsHtml(request) && visit) {
    const html = answer.draw(await pageContext(deps, request, response, visit));
    return void response.status(answer.status).type('html').send(html);
  }
  if (answer.failure) return sendProblem(response, answer.failure, visit?.language ?? 'pl');
  response.status(answer.status).json(answer.view);
}

/** Files keep their name; nosniff stands on every answer, and only PDFs are ever shown in the browser itself. */
function sendFile(response: Response, file: Extract<Answer, { kind: 'file' }>): void {
  const inline = file.inline && file.mime === 'application/pdf';
  response.attachment(file.fileName);
  if (inline) {
    const named = String(response.getHeader('Content-Disposition')).replace(/^attachment/, 'inline');
    response.set('Content-Disposition', named);
  }
  response.set({ 'Content-Type': file.mime, ETag: `"${file.etag}"`, 'Cache-Control': 'private, no-cache' });
  response.send(file.bytes);
}

/** A failure: a problem document for JSON; for people the sign-in when that is what is missing, else the error page. */
export async function sendFailure(
  deps: AppDeps,
  request: Request,
  response: Response,
  failure: Failure,
): Promise<void> {
  const visit = visitOf(response);
  if (!visit || !wantsHtml(request)) return sendProblem(response, failure, visit?.language ?? 'pl');
  const kept = keptForm(request, failure);
  const signIn = kept ? undefined : signInFirst(request, failure, visit.actor);
  if (signIn !== undefined) return response.redirect(303, signIn);
  setRetryAfter(response, failure);
  const context = await pageContext(deps, request, response, visit);
  const html = drawPage('error', context, {
    status: statusOf(failure.failure),
    failure: failure.failure,
    problems: failure.problems ?? [],
    requestId: visit.requestId,
    ...(kept ? { kept } : {}),
  });
  response.status(statusOf(failure.failure)).type('html').send(html);
}
