import { z } from 'zod';
import { actableTask, taskFailures, taskParams } from './proven-task.ts';
import { page, refused } from '../http/answer.ts';
import { receipts } from '../schemas/views.ts';
import { route } from '../http/route.ts';
import { statusOf } from '../errors.ts';
import { taskPage } from './task-page.ts';
import type { AppDeps } from '../deps.ts';
import type { Auth } from '../auth/auth.ts';
import type { Route } from '../http/route.ts';

/** Sending the work back for correction, e.g. a drafted decision instead of signing it. */
export const returnTask = (deps: AppDeps, auth: Auth): Route =>
  route({
    method: 'post',
    path: '/tasks/:taskId/return',
    id: 'returnTask',
    tag: 'tasks',
    who: 'staff',
    summary: 'Sends the work back for correction with a reason, where the procedure offers it',
    params: taskParams,
    body: z.strictObject({ reason: z.string().max(10_000) }),
    bodyOfForm: ({ fields }) => ({ reason: fields['reason'] ?? '' }),
    answers: { status: 200, schema: receipts.step },
    failures: [...taskFailures, 'invalidInput', 'notAwaited', 'caseClosed', 'engineUnavailable'],
    async handle({ params, body, visit }) {
      const proven = await actableTask(deps, visit, params.taskId);
      if (!proven.ok) return refused(proven);
      const { scope, task } = proven.value;
      const { reason } = body;
      const done = await deps.office.returnTask(scope, visit.actor, task.id, reason);
      if (done.ok) return { kind: 'done', to: '/inbox', view: done.value, notice: 'returned' };
      if (!done.problems) return refused(done);
      const shown = { values: { ...(task.draft?.data ?? task.data), reason }, problems: done.problems };
      return page('task', taskPage(auth, visit, proven.value, shown), {
        status: statusOf(done.failure),
        failure: done,
      });
    },
  });
