import { z } from 'zod';
import { page, refused } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { views } from '../schemas/views.ts';
import type { Answer } from '../http/answer.ts';
import type { AppDeps } from '../deps.ts';
import type { Problem } from '../../processes/language/failure.ts';
import type { Route } from '../http/route.ts';
import type { Text } from '../../processes/language/text.ts';
import type { SignatureReport, VerificationReport } from '../../activities/signatures/report.ts';
import type { VerificationView } from '../../ui/contract.ts';

const tag = 'verify';
const who = 'anyone';
const code = z.string().trim().max(60);

/** Whether a document is genuine: by the code printed on it, or from the file itself. Open to everyone. */
export const verifyRoutes = (deps: AppDeps): Route[] => [
  route({
    method: 'get',
    path: '/verify',
    id: 'getVerify',
    tag,
    who,
    summary: 'Asks for a verification code or a file',
    query: z.object({ code: code.optional().catch(undefined) }),
    answers: { status: 200, schema: views.verify },
    handle: ({ query }) => (query.code ? { kind: 'go', to: pathOf(query.code) } : page('verify', { problems: [] })),
  }),
  route({
    method: 'post',
    path: '/verify',
    id: 'verifyDocument',
    tag,
    who,
    summary: 'Verifies a PDF sent as `file` (multipart); a form may send `code` instead. The file is not kept',
    limit: 'verifyByAddress',
    body: z.strictObject({ code: code.optional() }),
    uploads: true,
    answers: { status: 200, schema: views.verify },
    failures: ['invalidInput', 'tooLarge', 'tooManyRequests', 'forgedRequest'],
    async handle({ body, form }) {
      const file = form?.uploads.find(({ key }) => key === 'file');
      if (!file && body.code) return { kind: 'go', to: pathOf(body.code) };
      if (!file) return wrong([{ at: body.code === undefined ? 'file' : 'code', code: 'required' }]);
      const report = await deps.office.verifyUpload(file.bytes);
      if (!report.ok) return report.problems ? wrong(report.problems) : refused(report);
      return page('verify', { problems: [], report: viewOf(report.value) });
    },
  }),
  route({
    method: 'get',
    path: '/verify/:code',
    id: 'verifyCode',
    tag,
    who,
    summary: 'Verifies the newest revision of the document with this code',
    limit: 'verifyByAddress',
    params: z.object({ code }),
    answers: { status: 200, schema: views.verify },
    failures: ['notFound', 'tooManyRequests'],
    async handle({ params }) {
      const report = await deps.office.verifyByCode(params.code);
      if (report.ok) return page('verify', { problems: [], report: viewOf(report.value) });
      if (report.failure !== 'notFound') return refused(report);
      const problems = [{ at: 'code', code: 'verificationCode' }];
      return page('verify', { problems }, { status: 404, failure: { failure: 'notFound', problems } });
    },
  }),
];

const pathOf = (typed: string): string => `/verify/${encodeURIComponent(typed)}`;

const wrong = (problems: Problem[]): Answer =>
  page('verify', { problems }, { status: 422, failure: { failure: 'invalidInput', problems } });

function shown(signature: SignatureReport): VerificationView['signatures'][number] {
  const { coversUpTo: _, ...rest } = signature;
  return rest;
}

type Report = VerificationReport & { number?: string; title?: Text };

/** Signers, times, hash, valid or not; nothing else of the case leaves here. */
const viewOf = ({
  known,
  valid,
  changedAfterSigning,
  sha256,
  size,
  signatures,
  title,
  number,
}: Report): VerificationView => ({
  known,
  valid,
  changedAfterSigning,
  sha256,
  size,
  signatures: signatures.map(shown),
  ...(title === undefined ? {} : { title }),
  ...(number === undefined ? {} : { number }),
});
