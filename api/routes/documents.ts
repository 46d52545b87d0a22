import { z } from 'zod';
import { id } from '../schemas/words.ts';
import { refused } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { scopeFor } from '../auth/abilities.ts';
import { scopeOf } from '../../activities/store/scope.ts';
import type { Answer } from '../http/answer.ts';
import type { AppDeps } from '../deps.ts';
import type { CaseId, DocumentId } from '../../processes/language/ids.ts';
import type { PublicCaseView } from '../../processes/language/case.ts';
import type { Route } from '../http/route.ts';
import type { Scope } from '../../activities/store/scope.ts';

/** `revision` absent = the newest; `download` present = saved instead of shown. */
export const documentQuery = z.object({
  revision: z.coerce.number().int().min(1).optional(),
  download: z.string().optional(),
});
type DocumentQuery = z.output<typeof documentQuery>;

export const documentRoutes = (deps: AppDeps): Route[] => [
  route({
    method: 'get',
    path: '/cases/:caseId/documents/:documentId',
    id: 'getDocument',
    tag: 'documents',
    who: 'staff',
    summary: 'The bytes of a document of a case',
    params: z.object({ caseId: id<CaseId>(), documentId: id<DocumentId>() }),
    query: documentQuery,
    answers: { status: 200, mime: 'application/pdf' },
    failures: ['notFound'],
    handle({ params, query, visit }) {
      const { condition, why } = scopeFor(visit.abilities, 'read', 'content');
      const scope = scopeOf({ $and: [condition, { case: params.caseId }] }, why);
      return fileOf(deps, scope, params.documentId, query);
    },
  }),
];

/** A document's bytes, as a PDF shown in the browser or as an attachment. */
export async function fileOf(
  { office }: AppDeps,
  scope: Scope,
  documentId: DocumentId,
  { revision, download }: DocumentQuery,
): Promise<Answer> {
  const found = await office.documentBytes(scope, documentId, revision);
  if (!found.ok) return refused(found);
  const { bytes, mime, fileName, sha256 } = found.value;
  return { kind: 'file', bytes, mime, fileName, etag: sha256, inline: download === undefined };
}

/** The same for a party, who gets what was issued and in its last revision, never the office's drafts. */
export async function issuedFile(
  deps: AppDeps,
  scope: Scope,
  view: PublicCaseView,
  documentId: DocumentId,
  { download }: DocumentQuery,
): Promise<Answer> {
  const issued = view.documents.some((document) => document.id === documentId);
  return issued ? fileOf(deps, scope, documentId, present(download)) : refused({ failure: 'notFound' });
}

const present = (download: string | undefined): DocumentQuery => (download === undefined ? {} : { download });
