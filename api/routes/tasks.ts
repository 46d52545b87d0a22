import { completeTask } from './task-complete.ts';
import { page, refused } from '../http/answer.ts';
import { holdTask } from './task-hold.ts';
import { returnTask } from './task-return.ts';
import { route } from '../http/route.ts';
import { saveDraft } from './task-draft.ts';
import { seenTask, taskParams } from './proven-task.ts';
import { signTask } from './task-sign.ts';
import { taskPage } from './task-page.ts';
import { views } from '../schemas/views.ts';
import type { AppDeps } from '../deps.ts';
import type { Auth } from '../auth/auth.ts';
import type { Route } from '../http/route.ts';

/** Everything about one task. */
export const taskRoutes = (deps: AppDeps, auth: Auth): Route[] => [
  getTask(deps, auth),
  completeTask(deps, auth),
  saveDraft(deps),
  holdTask(deps, 'claim'),
  holdTask(deps, 'release'),
  signTask(deps, auth),
  returnTask(deps, auth),
];

const getTask = (deps: AppDeps, auth: Auth): Route =>
  route({
    method: 'get',
    path: '/tasks/:taskId',
    id: 'getTask',
    tag: 'tasks',
    who: 'signedIn',
    summary: 'A task with its form, the draft and the documents it is about',
    params: taskParams,
    answers: { status: 200, schema: views.task },
    failures: ['notSignedIn', 'notFound'],
    async handle({ params, visit }) {
      const seen = await seenTask(deps, visit, params.taskId);
      if (!seen.ok) return refused(seen);
      const { data, draft } = seen.value.task;
      return page('task', taskPage(auth, visit, seen.value, { values: draft?.data ?? data, problems: [] }));
    },
  });
