import { z } from 'zod';
import { id, jsonObject, jsonValue } from '../schemas/words.ts';
import { may, scopeFor } from '../auth/abilities.ts';
import { newId } from '../../activities/casework/case-id.ts';
import { receipts } from '../schemas/views.ts';
import { refused } from '../http/answer.ts';
import { route } from '../http/route.ts';
import type { AppDeps } from '../deps.ts';
import type { CaseId } from '../../processes/language/ids.ts';
import type { FailureCode } from '../../processes/language/failure.ts';
import type { Route } from '../http/route.ts';

const failures: FailureCode[] = ['notFound', 'forbidden', 'caseClosed', 'engineUnavailable', 'forgedRequest'];

/** Hands a message the case waits for (an appeal that came by post) to the case. */
export const deliverMessage = (deps: AppDeps): Route =>
  route({
    method: 'post',
    path: '/cases/:caseId/messages/:name',
    id: 'deliverMessage',
    tag: 'cases',
    who: 'staff',
    summary: 'Delivers a message the case waits for; the same `messageId` twice counts once',
    params: z.object({ caseId: id<CaseId>(), name: z.string().min(1).max(100) }),
    body: z.strictObject({
      messageId: z
        .string()
        .regex(/^[\w-]{1,100}$/)
        .optional(),
      data: jsonObject.default({}),
      key: jsonValue.optional(),
      keep: z.boolean().optional(),
    }),
    answers: { status: 200, schema: receipts.step },
    failures: [...failures, 'notAwaited', 'invalidInput'],
    async handle({ params, body, visit }) {
      const scope = scopeFor(visit.abilities, 'message', 'case');
      const messageId = body.messageId ?? newId(deps.clock, deps.random);
      const { caseId, name } = params;
      const done = await deps.office.deliverMessage(scope, visit.actor, caseId, name, messageId, body.data, {
        ...(body.key === undefined ? {} : { key: body.key }),
        ...(body.keep ? { keep: true } : {}),
      });
      return done.ok ? { kind: 'done', to: `/cases/${caseId}`, view: done.value, notice: 'delivered' } : refused(done);
    },
  });

/** Runs a step again that an incident stopped. */
export const retryIncident = (deps: AppDeps): Route =>
  route({
    method: 'post',
    path: '/cases/:caseId/incidents/:incidentId/retry',
    id: 'retryIncident',
    tag: 'cases',
    who: 'staff',
    summary: 'Runs a stopped step again, with corrected variables where given',
    params: z.object({ caseId: id<CaseId>(), incidentId: id<string>() }),
    body: z.strictObject({ variables: jsonObject.optional() }),
    answers: { status: 200, schema: receipts.step },
    failures,
    async handle({ params: { caseId, incidentId }, body, visit }) {
      if (!may(visit.abilities, 'retry', 'incident')) return refused({ failure: 'forbidden' });
      const scope = scopeFor(visit.abilities, 'read', 'case');
      const done = await deps.office.retryIncident(scope, visit.actor, caseId, incidentId, body.variables);
      return done.ok ? { kind: 'done', to: `/cases/${caseId}`, view: done.value, notice: 'retried' } : refused(done);
    },
  });
