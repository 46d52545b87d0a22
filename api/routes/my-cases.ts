import { z } from 'zod';
import { canonicalNumber } from '../../activities/casework/following/tracking-code.ts';
import { caseScope } from '../../activities/store/scope.ts';
import { documentQuery, issuedFile } from './documents.ts';
import { id } from '../schemas/words.ts';
import { page, refused } from '../http/answer.ts';
import { receipts, views } from '../schemas/views.ts';
import { route } from '../http/route.ts';
import { scopeFor } from '../auth/abilities.ts';
import { takePoint } from '../http/mount.ts';
import type { AppDeps } from '../deps.ts';
import type { CaseId, DocumentId } from '../../processes/language/ids.ts';
import type { Pages } from '../../ui/contract.ts';
import type { PublicCaseView } from '../../processes/language/case.ts';
import type { Result } from '../../processes/language/failure.ts';
import type { Route } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';

const who = 'signedIn';
const tag = 'my cases';
const one = { caseId: id<CaseId>() };
const wrong = [{ at: 'code', code: 'trackingCode' }];

/** The cases of a signed-in parent. */
export const myCaseRoutes = (deps: AppDeps): Route[] => [
  route({
    method: 'get',
    path: '/my-cases',
    id: 'listMyCases',
    tag,
    who,
    summary: 'Cases of the parent who asks',
    answers: { status: 200, schema: views['my-cases'] },
    handle: async ({ visit }) => page('my-cases', { rows: await rowsOf(deps, visit), problems: [] }),
  }),
  adoptCase(deps),
  route({
    method: 'get',
    path: '/my-cases/:caseId',
    id: 'getMyCase',
    tag,
    who,
    summary: 'A case of the parent who asks, with what is expected of them',
    params: z.object(one),
    answers: { status: 200, schema: views['public-case'] },
    failures: ['notFound'],
    async handle({ params, visit }) {
      const found = await ownCase(deps, visit, params.caseId);
      return found.ok
        ? page('public-case', { case: found.value, base: `/my-cases/${params.caseId}/documents`, own: true })
        : refused(found);
    },
  }),
  route({
    method: 'get',
    path: '/my-cases/:caseId/documents/:documentId',
    id: 'getMyDocument',
    tag,
    who,
    summary: 'An issued document of a case of the parent who asks',
    params: z.object({ ...one, documentId: id<DocumentId>() }),
    query: documentQuery,
    answers: { status: 200, mime: 'application/pdf' },
    failures: ['notFound'],
    async handle({ params, query, visit }) {
      const found = await ownCase(deps, visit, params.caseId);
      if (!found.ok) return refused(found);
      return issuedFile(deps, caseScope(params.caseId), found.value, params.documentId, query);
    },
  }),
];

/** That the case is theirs is proven on the case itself; what hangs on it is then read by the case. */
async function ownCase(deps: AppDeps, visit: Visit, caseId: CaseId): Promise<Result<PublicCaseView>> {
  const proof = visit.actor.kind === 'parent' ? scopeFor(visit.abilities, 'read', 'case') : undefined;
  const proven = proof ? await deps.office.publicCase(proof, visit.actor, caseId) : undefined;
  if (!proven?.ok) return proven ?? { ok: false, failure: 'notFound' };
  return deps.office.publicCase(caseScope(caseId), visit.actor, caseId);
}

async function rowsOf(deps: AppDeps, { actor, abilities }: Visit): Promise<Pages['my-cases']['rows']> {
  if (actor.kind !== 'parent') return [];
  const filter = { applicant: actor.person.id, limit: 200 };
  return (await deps.office.cases(scopeFor(abilities, 'read', 'case'), filter)).rows;
}

const adoptCase = (deps: AppDeps): Route =>
  route({
    method: 'post',
    path: '/my-cases',
    id: 'adoptCase',
    tag,
    who,
    summary: 'Puts a case into the account of the parent who proves its number and code',
    limit: 'trackByAddress',
    body: z.strictObject({ number: z.string().trim().max(60), code: z.string().max(60) }),
    answers: { status: 200, schema: receipts.where },
    failures: ['invalidInput', 'forbidden', 'tooManyRequests', 'forgedRequest'],
    async handle({ body, visit }) {
      if (visit.actor.kind !== 'parent') return refused({ failure: 'forbidden' });
      await takePoint(deps, 'trackByNumber', canonicalNumber(body.number));
      const adopted = await deps.office.adopt(visit.actor, body.number, body.code);
      if (!adopted.ok && adopted.failure !== 'notFound') return refused(adopted);
      if (!adopted.ok) {
        const view = { rows: await rowsOf(deps, visit), problems: wrong };
        return page('my-cases', view, { status: 422, failure: { failure: 'invalidInput', problems: wrong } });
      }
      const location = `/my-cases/${adopted.value}`;
      return { kind: 'done', to: location, view: { location }, notice: 'adopted' };
    },
  });
