import { z } from 'zod';
import { canonicalNumber } from '../../activities/casework/following/tracking-code.ts';
import { caseScope } from '../../activities/store/scope.ts';
import { cookieNames } from '../http/cookies.ts';
import { documentQuery, issuedFile } from './documents.ts';
import { id } from '../schemas/words.ts';
import { page, refused } from '../http/answer.ts';
import { provenCase, withProof } from '../auth/track-proof.ts';
import { route } from '../http/route.ts';
import { takePoint } from '../http/mount.ts';
import { views } from '../schemas/views.ts';
import { wantsHtml } from '../http/visit.ts';
import type { AppDeps } from '../deps.ts';
import type { Auth } from '../auth/auth.ts';
import type { DocumentId } from '../../processes/language/ids.ts';
import type { Route } from '../http/route.ts';

const number = z.string().trim().min(1).max(60);
const wrong = [{ at: 'code', code: 'trackingCode' }];
const failures = ['notFound'] as const;

/** Following a case without an account, by its number and code. */
export const trackRoutes = (deps: AppDeps, auth: Auth): Route[] => [
  route({
    method: 'get',
    path: '/track',
    id: 'getTrack',
    tag: 'track',
    who: 'anyone',
    summary: 'Asks for case number and code',
    query: z.object({ number: number.optional().catch(undefined) }),
    answers: { status: 200, schema: views.track },
    handle: ({ query }) => page('track', { number: query.number ?? '', problems: [] }),
  }),
  proveCode(deps, auth),
  route({
    method: 'get',
    path: '/track/:number',
    id: 'getTrackedCase',
    tag: 'track',
    who: 'anyone',
    summary: 'The stage of a case whose code was proven in this browser within the hour',
    params: z.object({ number }),
    answers: { status: 200, schema: views['public-case'] },
    failures: [...failures],
    async handle({ params, cookie, visit, request }) {
      const proven = provenCase(auth.seal, cookie, params.number);
      const asked = `/track?${new URLSearchParams({ number: params.number })}`;
      if (!proven) return wantsHtml(request) ? { kind: 'go', to: asked } : refused({ failure: 'notFound' });
      const found = await deps.office.publicCase(caseScope(proven), visit.actor, proven);
      if (!found.ok) return refused(found);
      return page('public-case', { case: found.value, base: `${trackPath(params.number)}/documents`, own: false });
    },
  }),
  route({
    method: 'get',
    path: '/track/:number/documents/:documentId',
    id: 'getTrackedDocument',
    tag: 'track',
    who: 'anyone',
    summary: 'An issued document of a case whose code was proven in this browser',
    params: z.object({ number, documentId: id<DocumentId>() }),
    query: documentQuery,
    answers: { status: 200, mime: 'application/pdf' },
    failures: [...failures],
    async handle({ params, query, cookie, visit }) {
      const proven = provenCase(auth.seal, cookie, params.number);
      if (!proven) return refused({ failure: 'notFound' });
      const scope = caseScope(proven);
      const found = await deps.office.publicCase(scope, visit.actor, proven);
      return found.ok ? issuedFile(deps, scope, found.value, params.documentId, query) : refused(found);
    },
  }),
];

const trackPath = (of: string): string => `/track/${encodeURIComponent(of)}`;

const proveCode = (deps: AppDeps, auth: Auth): Route =>
  route({
    method: 'post',
    path: '/track',
    id: 'proveCode',
    tag: 'track',
    who: 'anyone',
    summary: 'Proves number and code; a wrong number and a wrong code are answered alike',
    limit: 'trackByAddress',
    body: z.strictObject({ number: z.string().trim().max(60), code: z.string().max(60) }),
    answers: { status: 200, schema: views['public-case'] },
    failures: ['invalidInput', 'tooManyRequests', 'forgedRequest'],
    async handle({ body, cookie }) {
      await takePoint(deps, 'trackByNumber', canonicalNumber(body.number));
      const found = await deps.office.track(body.number, body.code);
      if (!found.ok && found.failure !== 'notFound') return refused(found);
      if (!found.ok) {
        const failure = { failure: 'invalidInput', problems: wrong } as const;
        return page('track', { number: body.number, problems: wrong }, { status: 422, failure });
      }
      const { scope: _, caseId, ...view } = found.value;
      const { value, seconds } = withProof(auth.seal, cookie, view.number, caseId);
      const to = trackPath(view.number);
      return {
        kind: 'done',
        to,
        view: { case: view, base: `${to}/documents`, own: false },
        cookies: [{ name: cookieNames.track, value, maxAgeSeconds: seconds }],
      };
    },
  });
