import { documentView } from '../documents.ts';
import { canReturn } from './return-task.ts';
import { draftsOf, taskRow } from './task-rows.ts';
import { fail, ok } from '../../../processes/language/failure.ts';
import { localText } from '../forms/form-texts.ts';
import type { Actor } from '../../../processes/language/party.ts';
import type { Desk } from '../deps.ts';
import type { DocumentRecord, TaskRecord } from '../../store/records.ts';
import type { FormSchema } from '../../../processes/language/form.ts';
import type { Result } from '../../../processes/language/failure.ts';
import type { TaskForm } from '../office.ts';
import type { Scope } from '../../store/scope.ts';
import type { TaskId } from '../../../processes/language/ids.ts';
import type { TaskView } from '../../../processes/language/case.ts';

/** The form of a task without fields: only the button that completes it. */
const emptyForm = (id: string): FormSchema => ({ type: 'default', id, schemaVersion: 1, components: [] });

export const formOf = async (desk: Desk, task: TaskRecord): Promise<FormSchema> =>
  (task.form === undefined ? undefined : (await desk.directory.definition(task.definition)).forms[task.form]) ??
  emptyForm(task.element);

/** The newest document of a kind in a case: the one that a task's signature is about. */
export const documentToSign = (documents: DocumentRecord[], task: TaskRecord): DocumentRecord | undefined =>
  documents.filter(({ kind }) => kind === task.signature?.document).at(-1);

/** A task with its form and nothing of what its case holds. `notFound` outside the scope. */
export async function taskForm(desk: Desk, scope: Scope, id: TaskId): Promise<Result<TaskForm>> {
  const task = await desk.store.tasks.find(scope, id);
  if (!task) return fail('notFound');
  const row = await taskRow(desk, task, new Set());
  return ok({ ...row, state: task.state, form: localText(await formOf(desk, task), task.data) });
}

/** A task with all that its page needs. `notFound` outside the scope. */
export async function taskView(desk: Desk, scope: Scope, actor: Actor, id: TaskId): Promise<Result<TaskView>> {
  const task = await desk.store.tasks.find(scope, id);
  if (!task) return fail('notFound');
  const [definition, documents, drafts] = await Promise.all([
    desk.directory.definition(task.definition),
    desk.store.documents.ofCase(scope, task.case),
    draftsOf(desk, scope, actor),
  ]);
  const person = actor.kind === 'staff' || actor.kind === 'parent' ? actor.person.id : undefined;
  const draft = person && drafts.has(id) ? await desk.store.drafts.find(scope, id, person) : undefined;
  const views = documents.map(documentView);
  const toSign = documentToSign(documents, task);
  return ok({
    ...(await taskRow(desk, task, drafts)),
    state: task.state,
    form: localText(await formOf(desk, task), task.data),
    data: task.data,
    documents: views,
    ...(canReturn(definition.graph, task.element) ? { returnable: true as const } : {}),
    ...(draft ? { draft: { data: draft.data, savedAt: draft.savedAt, revision: draft.revision } } : {}),
    ...(task.signature && toSign
      ? {
          signature: {
            document: documentView(toSign),
            field: task.signature.field,
            signed: toSign.revisions.some(({ signature }) => signature?.task === task._id),
          },
        }
      : {}),
  });
}
