import { actableTask, taskFailures, taskParams } from './proven-task.ts';
import { receipts } from '../schemas/views.ts';
import { refused } from '../http/answer.ts';
import { route } from '../http/route.ts';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';

const sayings = {
  claim: { id: 'claimTask', summary: 'Takes the task for oneself', notice: 'claimed' },
  release: { id: 'releaseTask', summary: 'Gives the task back to everybody who holds its role', notice: 'released' },
} as const;

/** Taking a task and giving it back. */
export const holdTask = (deps: AppDeps, verb: 'claim' | 'release'): Route =>
  route({
    method: 'post',
    path: `/tasks/:taskId/${verb}`,
    id: sayings[verb].id,
    tag: 'tasks',
    who: 'staff',
    summary: sayings[verb].summary,
    params: taskParams,
    answers: { status: 200, schema: receipts.taskRow },
    failures: taskFailures,
    async handle({ params, visit }) {
      const proven = await actableTask(deps, visit, params.taskId);
      if (!proven.ok) return refused(proven);
      const held = await deps.office[verb](proven.value.scope, visit.actor, params.taskId);
      if (!held.ok) return refused(held);
      return { kind: 'done', to: `/tasks/${params.taskId}`, view: held.value, notice: sayings[verb].notice };
    },
  });
