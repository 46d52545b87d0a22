import { actableForm, actableTask, taskFailures, taskParams } from './proven-task.ts';
import { changeRows } from '../../activities/casework/forms/forms.ts';
import { dataBody, dataOfForm, filledIn } from './filled-form.ts';
import { page, refused } from '../http/answer.ts';
import { receipts } from '../schemas/views.ts';
import { route } from '../http/route.ts';
import { statusOf } from '../errors.ts';
import { taskPage } from './task-page.ts';
import type { Answer } from '../http/answer.ts';
import type { AppDeps } from '../deps.ts';
import type { Auth } from '../auth/auth.ts';
import type { Failure } from '../../processes/language/failure.ts';
import type { FilledForm } from '../../ui/contract.ts';
import type { Scope } from '../../activities/store/scope.ts';
import type { TaskForm } from '../../activities/casework/office.ts';
import type { Route, SentForm } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';

/** Completing a task. A refused form comes back as it was typed, with what is wrong. */
export const completeTask = (deps: AppDeps, auth: Auth): Route =>
  route({
    method: 'post',
    path: '/tasks/:taskId',
    id: 'completeTask',
    tag: 'tasks',
    who: 'signedIn',
    summary: 'Completes the task; the buttons of its HTML form also save the draft and add or remove rows',
    params: taskParams,
    body: dataBody,
    bodyOfForm: dataOfForm,
    uploads: true,
    answers: { status: 200, schema: receipts.step },
    failures: [
      ...taskFailures,
      'invalidInput',
      'caseClosed',
      'conflict',
      'signatureRequired',
      'signatureRefused',
      'engineUnavailable',
      'tooLarge',
    ],
    async handle({ params, body, form, visit }) {
      const proven = await actableForm(deps, visit, params.taskId);
      if (!proven.ok) return refused(proven);
      const { values, problems, uploads } = filledIn(proven.value.task.form, body, form);
      const again = async (filled: FilledForm, failure?: Failure): Promise<Answer> => {
        const seen = await actableTask(deps, visit, params.taskId);
        if (!seen.ok) return refused(seen);
        return page('task', taskPage(auth, visit, seen.value, filled), failure ? failed(failure) : {});
      };
      if (problems.length > 0) return again({ values, problems }, { failure: 'invalidInput', problems });
      const action = form?.action ?? 'complete';
      if (action === 'save') {
        const saved = await save(deps, visit, proven.value, values, form);
        // Another tab saved in between: what was typed here is shown again, to be saved over it or not.
        if (!saved.ok && saved.failure === 'conflict') return again({ values, problems: elsewhere }, saved);
        return saved.ok
          ? { kind: 'done', to: `/tasks/${params.taskId}`, view: saved.value, notice: 'saved' }
          : refused(saved);
      }
      if (/^(add|remove):/.test(action)) return again({ values: changeRows(values, action), problems });
      const { scope, task } = proven.value;
      const done = await deps.office.complete(scope, visit.actor, task.id, values, uploads);
      if (!done.ok && done.problems) return again({ values, problems: done.problems }, done);
      if (!done.ok) {
        // No field is wrong: the page that tells why shows no form, so what was typed is kept as the draft.
        if (form && task.state === 'open') await save(deps, visit, proven.value, values, form);
        return refused(done);
      }
      const to = visit.actor.kind === 'parent' ? `/my-cases/${task.case.id}` : '/inbox';
      return { kind: 'done', to, view: done.value, notice: 'completed' };
    },
  });

const elsewhere = [{ at: '_revision', code: 'draftConflict' }];

const failed = (failure: Failure): { status: number; failure: Failure } => ({
  status: statusOf(failure.failure),
  failure,
});

async function save(
  { office }: AppDeps,
  { actor }: Visit,
  { task, scope }: { task: TaskForm; scope: Scope },
  values: FilledForm['values'],
  form: SentForm | undefined,
): ReturnType<AppDeps['office']['saveDraft']> {
  const sent = form?.fields['_revision'];
  const seen = sent === undefined ? await office.task(scope, actor, task.id) : undefined;
  const read = sent ?? (seen?.ok ? seen.value.draft?.revision : undefined) ?? 0;
  return office.saveDraft(scope, actor, task.id, values, Number(read));
}
