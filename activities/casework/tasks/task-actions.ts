import { actorRef } from '../actors.ts';
import { checkForm } from '../forms/form-check.ts';
import { checkUploads, safeFileName } from '../forms/uploads.ts';
import { sha256 } from '../../store/content-hash.ts';
import { documentToSign, formOf } from './task-view.ts';
import { fail, ok } from '../../../processes/language/failure.ts';
import { flatComponents } from '../forms/forms.ts';
import { localDateOf } from '../../../processes/language/zone.ts';
import { newDocumentId } from '../case-id.ts';
import { taskRow } from './task-rows.ts';
import type { Actor } from '../../../processes/language/party.ts';
import type { CompleteTask, StepReceipt } from '../../../workflows/contract.ts';
import type { Desk } from '../deps.ts';
import type { Instant, JsonObject, TaskId } from '../../../processes/language/ids.ts';
import type { Result } from '../../../processes/language/failure.ts';
import type { Scope } from '../../store/scope.ts';
import type { TaskRecord } from '../../store/records.ts';
import type { TaskRow } from '../../../processes/language/case.ts';
import type { Upload } from '../office.ts';

/** Takes (or gives back) a task for oneself; the record keeps who. */
export async function claim(
  desk: Desk,
  scope: Scope,
  actor: Actor,
  id: TaskId,
  how: 'claim' | 'release',
): Promise<Result<TaskRow>> {
  if (actor.kind !== 'staff') return fail('forbidden');
  const action = how === 'claim' ? 'claimed' : 'released';
  const found = await desk.store.tasks.find(scope, id);
  if (!found) return fail('notFound');
  const entry = { at: desk.clock().toISOString(), actor: actorRef(actor), action, element: found.element };
  const claimed = await desk.store.tasks[how](scope, id, actor.person.id, entry);
  return claimed.ok ? ok(await taskRow(desk, claimed.value, new Set())) : claimed;
}

/** Keeps what was typed so far; `conflict` when another device saved in between. Not a step of the case. */
export async function saveDraft(
  desk: Desk,
  scope: Scope,
  actor: Actor,
  id: TaskId,
  draft: { data: JsonObject; revision: number },
): Promise<Result<{ revision: number; savedAt: Instant }>> {
  if (actor.kind !== 'staff' && actor.kind !== 'parent') return fail('notSignedIn');
  const task = await desk.store.tasks.find(scope, id);
  if (!task) return fail('notFound');
  if (task.state !== 'open') return fail('taskClosed');
  const at = desk.clock().toISOString();
  const saved = await desk.store.drafts.save(scope, {
    task: id,
    unit: task.unit,
    person: actor.person.id,
    at,
    ...draft,
  });
  return saved.ok ? ok({ revision: saved.value.revision, savedAt: saved.value.savedAt }) : saved;
}

/**
 * Completes a task: its form is checked, a demanded signature verified from the bytes, then the engine decides and the
 * step is projected before this returns. Sent twice with the same content it answers the same receipt; closed meanwhile
 * by somebody else, it is `taskClosed` and nothing changes.
 */
export async function complete(
  desk: Desk,
  scope: Scope,
  actor: Actor,
  id: TaskId,
  filled: { data: JsonObject; uploads: Upload[] },
): Promise<Result<StepReceipt>> {
  const task = await desk.store.tasks.find(scope, id);
  if (!task) return fail('notFound');
  if (task.assignee && task.assignee !== actorRef(actor) && task.state === 'open') return fail('taskClaimed');
  const form = await formOf(desk, task);
  const schools = [...(await desk.directory.units()).keys()];
  const checked = checkForm(form, filled.data, {
    variables: task.data,
    schools,
    today: localDateOf(desk.clock().toISOString()),
  });
  const fileKeys = flatComponents(form.components).flatMap((one) => (one.type === 'filepicker' ? [one.key] : []));
  const problems = [...checked.problems, ...checkUploads(filled.uploads, fileKeys)];
  if (problems.length > 0) return fail('invalidInput', { problems });
  const signature = await verifiedSignature(desk, scope, task);
  if (!signature.ok) return signature;
  const files = await keepUploads(desk, scope, actor, task, filled.uploads);
  return desk.engine.completeTask(task.case, {
    taskId: id,
    by: actorRef(actor),
    data: { ...checked.data, ...files },
    ...(signature.value ? { signature: signature.value } : {}),
  });
}

type SignatureRef = CompleteTask['signature'];

/** The signature a task demands, found on the newest document of its kind and verified from the stored bytes. */
async function verifiedSignature(desk: Desk, scope: Scope, task: TaskRecord): Promise<Result<SignatureRef>> {
  if (!task.signature) return ok(undefined);
  const document = documentToSign(await desk.store.documents.ofCase(scope, task.case), task);
  const revision = document?.revisions.find(({ signature }) => signature?.task === task._id);
  const bytes = revision && (await desk.store.documents.bytes(scope, revision.sha256));
  if (!document || !revision || !bytes) return fail('signatureRequired');
  const report = await desk.signing.verify(bytes);
  const mine = report.signatures.find(({ field }) => field === task.signature?.field);
  if (!mine?.valid || !report.valid)
    return fail('signatureRefused', { detail: 'the stored signature does not verify' });
  return ok({ document: document.kind, sha256: revision.sha256 });
}

/** Files that came with a task become documents of the case; the same file sent twice is kept once. */
async function keepUploads(
  desk: Desk,
  scope: Scope,
  actor: Actor,
  task: TaskRecord,
  uploads: Upload[],
): Promise<JsonObject> {
  const kept: Record<string, string[]> = {};
  for (const upload of uploads) {
    const hash = sha256(upload.bytes);
    const at = desk.clock().toISOString();
    const fileName = safeFileName(upload.fileName);
    const record = await desk.store.documents.add(
      scope,
      {
        _id: newDocumentId(desk.clock, desk.random),
        case: task.case,
        unit: task.unit,
        kind: 'attachment',
        title: { pl: fileName, en: fileName, uk: fileName },
        mime: upload.mime,
        fileName,
        createdAt: at,
        madeBy: `${task.element}.${task.instance}.${upload.key}.${hash}`,
        element: task.element,
        signatureFields: [],
      },
      upload.bytes,
      { at, actor: actorRef(actor), action: 'attached', element: task.element, documentHash: hash },
    );
    kept[upload.key] = [...(kept[upload.key] ?? []), record._id];
  }
  return kept;
}
