import { z } from 'zod';
import { correctVariables } from './operate-variables.ts';
import { id, jsonObject } from '../schemas/words.ts';
import { may, scopeFor } from '../auth/abilities.ts';
import { newId } from '../../activities/casework/case-id.ts';
import { operatePage } from './operate-page.ts';
import { operatingFailures, operationRoute } from './operation-route.ts';
import { operatingReceipts } from '../schemas/operating.ts';
import { receipts } from '../schemas/views.ts';
import { refused } from '../http/answer.ts';
import { route } from '../http/route.ts';
import type { AppDeps } from '../deps.ts';
import type { CaseId } from '../../processes/language/ids.ts';
import type { Route } from '../http/route.ts';

const element = z.string().regex(/^[\w.-]{1,160}$/);
const instance = { instance: z.string().regex(/^\d{1,12}$/) };
const scope = instance.instance.optional();
const signalBody = z.strictObject({
  signalId: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .optional(),
  data: jsonObject.default({}),
});

/** What an administrator does to keep cases running; every one is an entry of the record. */
export const operateRoutes = (deps: AppDeps): Route[] => [
  operatePage(deps),
  correctVariables(deps),
  ...tokenRoutes(deps),
  ...courseRoutes(deps),
  removeCase(deps),
  signalCase(deps),
  signalAll(deps),
];

const tokenRoutes = (deps: AppDeps): Route[] => [
  operationRoute(deps, {
    path: '/tokens/:instance/move',
    id: 'moveToken',
    summary: 'Takes a token out of its element and puts it before another of the same part of the process',
    params: instance,
    body: { to: element },
    notice: 'operated',
    operation: (params, { to }) => ({ kind: 'tokenMoved', instance: params.instance, to }),
  }),
  operationRoute(deps, {
    path: '/tokens/:instance/end',
    id: 'endToken',
    summary: 'Ends a token; a part of the process without any ends with its last',
    params: instance,
    body: {},
    notice: 'operated',
    operation: (params) => ({ kind: 'tokenEnded', instance: params.instance }),
  }),
  operationRoute(deps, {
    path: '/tokens',
    id: 'addToken',
    summary: 'Puts one more token before an element, in the process or in the part named by `scope`',
    body: { to: element, scope },
    bodyOfForm: ({ fields }) => placeOf(String(fields['place'] ?? '')),
    notice: 'operated',
    operation: (_, { to, scope: within }) => ({
      kind: 'tokenAdded',
      to,
      ...(within === undefined ? {} : { scope: within }),
    }),
  }),
];

/** `12/check` → the element `check` in the scope 12. */
const placeOf = (place: string): object => {
  const [within, to] = place.split('/');
  return { scope: within, to };
};

const courseRoutes = (deps: AppDeps): Route[] => [
  operationRoute(deps, {
    path: '/suspension',
    id: 'suspendCase',
    summary: 'Stops the case: what arrives is kept, tasks cannot be completed',
    body: {},
    notice: 'suspended',
    operation: () => ({ kind: 'caseSuspended' }),
  }),
  operationRoute(deps, {
    path: '/resumption',
    id: 'resumeCase',
    summary: 'Lets a suspended case go on with what it kept',
    body: {},
    notice: 'resumed',
    operation: () => ({ kind: 'caseResumed' }),
  }),
  operationRoute(deps, {
    path: '/cancellation',
    id: 'cancelCase',
    summary: 'Ends the case before its time; with `undo`, what it completed is compensated first',
    body: { undo: z.boolean().optional() },
    bodyOfForm: ({ fields }) => ({ undo: fields['undo'] === 'yes' }),
    notice: 'cancelled',
    operation: (_, { undo }) => ({ kind: 'caseCancelled', ...(undo ? { undo } : {}) }),
  }),
];

const removeCase = (deps: AppDeps): Route =>
  route({
    method: 'post',
    path: '/cases/:caseId/deletion',
    id: 'deleteCase',
    tag: 'operating',
    who: 'staff',
    summary: 'Removes a case begun by mistake; its number stays used and its record says who, when and why',
    params: z.object({ caseId: id<CaseId>() }),
    body: z.strictObject({ reason: z.enum(['mistake', 'duplicate', 'test']) }),
    answers: { status: 200, schema: operatingReceipts.deletion },
    failures: operatingFailures,
    async handle({ params: { caseId }, body, visit }) {
      if (!may(visit.abilities, 'operate', 'case')) return refused({ failure: 'forbidden' });
      const within = scopeFor(visit.abilities, 'operate', 'case');
      const done = await deps.office.removeCase(within, visit.actor, caseId, body.reason);
      return done.ok ? { kind: 'done', to: `/cases/${caseId}`, view: done.value, notice: 'removed' } : refused(done);
    },
  });

const signalCase = (deps: AppDeps): Route =>
  route({
    method: 'post',
    path: '/cases/:caseId/signals/:name',
    id: 'signalCase',
    tag: 'operating',
    who: 'staff',
    summary: 'Sends a signal to one case that waits for it; the same `signalId` twice counts once',
    params: z.object({ caseId: id<CaseId>(), name: z.string().min(1).max(100) }),
    body: signalBody,
    answers: { status: 200, schema: receipts.step },
    failures: [...operatingFailures, 'notAwaited'],
    async handle({ params: { caseId, name }, body, visit }) {
      if (!may(visit.abilities, 'operate', 'case')) return refused({ failure: 'forbidden' });
      const signal = { name, signalId: body.signalId ?? newId(deps.clock, deps.random), data: body.data };
      const within = scopeFor(visit.abilities, 'operate', 'case');
      const done = await deps.office.signalCase(within, visit.actor, caseId, signal);
      if (!done.ok) return refused(done);
      return { kind: 'done', to: `/cases/${caseId}/operate`, view: done.value, notice: 'operated' };
    },
  });

const signalAll = (deps: AppDeps): Route =>
  route({
    method: 'post',
    path: '/signals/:name',
    id: 'signalCases',
    tag: 'operating',
    who: 'staff',
    summary: 'Sends a signal to every running case that waits for it',
    params: z.object({ name: z.string().min(1).max(100) }),
    body: signalBody,
    answers: { status: 200, schema: operatingReceipts.taken },
    failures: ['forbidden', 'invalidInput', 'engineUnavailable', 'forgedRequest'],
    async handle({ params: { name }, body, visit }) {
      if (!may(visit.abilities, 'operate', 'case')) return refused({ failure: 'forbidden' });
      const signalId = body.signalId ?? newId(deps.clock, deps.random);
      const done = await deps.office.signalAll(visit.actor, { name, signalId, data: body.data });
      return done.ok ? { kind: 'done', to: '/cases', view: done.value, notice: 'operated' } : refused(done);
    },
  });
