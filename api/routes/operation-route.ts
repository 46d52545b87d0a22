import { z } from 'zod';
import { id } from '../schemas/words.ts';
import { may, scopeFor } from '../auth/abilities.ts';
import { receipts } from '../schemas/views.ts';
import { refused } from '../http/answer.ts';
import { route } from '../http/route.ts';
import type { AppDeps } from '../deps.ts';
import type { CaseId } from '../../processes/language/ids.ts';
import type { FailureCode } from '../../processes/language/failure.ts';
import type { Notice } from '../http/notice.ts';
import type { OperationWanted } from '../../activities/casework/operating/operate.ts';
import type { Route, SentForm } from '../http/route.ts';

export const operatingFailures: FailureCode[] = [
  'notFound',
  'forbidden',
  'invalidInput',
  'caseClosed',
  'conflict',
  'unknownReference',
  'engineUnavailable',
  'forgedRequest',
];

/** The same request again is the same operation, not one more. */
export const requestId = z
  .string()
  .regex(/^[\w-]{1,100}$/)
  .optional();

type Spec<Params extends z.ZodRawShape, Body extends z.ZodRawShape> = {
  /** behind `/cases/:caseId` */ path: string;
  id: string;
  summary: string;
  params?: Params;
  body: Body;
  bodyOfForm?: (form: SentForm) => unknown;
  notice: Notice;
  operation: (params: z.output<z.ZodObject<Params>>, body: z.output<z.ZodObject<Body>>) => OperationWanted;
};

/** One thing that an administrator does to a running case. */
export const operationRoute = <Params extends z.ZodRawShape, Body extends z.ZodRawShape>(
  deps: AppDeps,
  spec: Spec<Params, Body>,
): Route =>
  route({
    method: 'post',
    path: `/cases/:caseId${spec.path}`,
    id: spec.id,
    tag: 'operating',
    who: 'staff',
    summary: spec.summary,
    params: z.object({ caseId: id<CaseId>(), ...spec.params }),
    body: z.strictObject({ requestId, ...spec.body }),
    ...(spec.bodyOfForm ? { bodyOfForm: spec.bodyOfForm } : {}),
    answers: { status: 200, schema: receipts.step },
    failures: operatingFailures,
    async handle({ params, body, visit }) {
      if (!may(visit.abilities, 'operate', 'case')) return refused({ failure: 'forbidden' });
      const { caseId } = params;
      const { requestId: request } = body as unknown as { requestId?: string };
      const operation = spec.operation(
        params as unknown as z.output<z.ZodObject<Params>>,
        body as unknown as z.output<z.ZodObject<Body>>,
      );
      const wanted = { operation, ...(request === undefined ? {} : { requestId: request }) };
      const done = await deps.office.operate(scopeFor(visit.abilities, 'operate', 'case'), visit.actor, caseId, wanted);
      if (!done.ok) return refused(done);
      return { kind: 'done', to: `/cases/${caseId}/operate`, view: done.value, notice: spec.notice };
    },
  });
