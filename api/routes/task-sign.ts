import { z } from 'zod';
import { asksAnything } from '../../processes/language/form-fields.ts';
import { actableTask, taskFailures, taskParams } from './proven-task.ts';
import { receipts } from '../schemas/views.ts';
import { refused } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { sha256 } from '../schemas/words.ts';
import type { AppDeps } from '../deps.ts';
import type { Auth } from '../auth/auth.ts';
import type { Route } from '../http/route.ts';
import type { Sha256 } from '../../processes/language/ids.ts';

/**
 * Signing the document a task names. `expectedHead` is the revision the signer has read. Where the task asks nothing else,
 * signing is filing: the task is completed with it, so that nobody signs and then forgets to send.
 */
export const signTask = (deps: AppDeps, auth: Auth): Route =>
  route({
    method: 'post',
    path: '/tasks/:taskId/signature',
    id: 'signTask',
    tag: 'tasks',
    who: 'staff',
    summary:
      'Signs the document of the task with the key of whoever asks and completes the task where it asks nothing else; needs a sign-in of the last 5 minutes',
    params: taskParams,
    body: z.strictObject({ expectedHead: sha256<Sha256>() }),
    answers: { status: 200, schema: receipts.signed },
    failures: [...taskFailures, 'stepUpRequired', 'conflict', 'signatureRefused', 'unknownReference', 'invalidInput'],
    async handle({ params, body, visit }) {
      const proven = await actableTask(deps, visit, params.taskId);
      if (!proven.ok) return refused(proven);
      if (!auth.sessions.isFresh(visit.session)) return refused({ failure: 'stepUpRequired' });
      const signed = await deps.office.sign(proven.value.scope, visit.actor, params.taskId, body.expectedHead);
      if (!signed.ok) return refused(signed);
      const { task, scope } = proven.value;
      const done = asksAnything(task.form) ? undefined : await deps.office.complete(scope, visit.actor, task.id, {});
      if (!done?.ok)
        return { kind: 'done', to: `/tasks/${task.id}`, view: { document: signed.value }, notice: 'signed' };
      return {
        kind: 'done',
        to: '/inbox',
        view: { document: signed.value, step: done.value },
        notice: 'signedAndSent',
      };
    },
  });
