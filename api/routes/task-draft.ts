import { z } from 'zod';
import { actableTask, taskFailures, taskParams } from './proven-task.ts';
import { filledIn } from './filled-form.ts';
import { jsonObject } from '../schemas/words.ts';
import { receipts } from '../schemas/views.ts';
import { refused } from '../http/answer.ts';
import { route } from '../http/route.ts';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';

/** Keeping what was typed so far, without judging it. */
export const saveDraft = (deps: AppDeps): Route =>
  route({
    method: 'put',
    path: '/tasks/:taskId/draft',
    id: 'saveDraft',
    tag: 'tasks',
    who: 'signedIn',
    summary: 'Keeps what was typed so far; `revision` is the one last read, 0 for none',
    params: taskParams,
    body: z.strictObject({ data: jsonObject, revision: z.coerce.number().int().min(0) }),
    bodyOfForm: ({ fields }) => ({ data: {}, revision: fields['_revision'] ?? 0 }),
    answers: { status: 200, schema: receipts.draft },
    failures: [...taskFailures, 'conflict', 'invalidInput'],
    async handle({ params, body, form, visit }) {
      const proven = await actableTask(deps, visit, params.taskId);
      if (!proven.ok) return refused(proven);
      const { values, problems } = filledIn(proven.value.task.form, body, form);
      if (problems.length > 0) return refused({ failure: 'invalidInput', problems });
      const saved = await deps.office.saveDraft(proven.value.scope, visit.actor, params.taskId, values, body.revision);
      if (!saved.ok) return refused(saved);
      return { kind: 'done', to: `/tasks/${params.taskId}`, view: saved.value, notice: 'saved' };
    },
  });
