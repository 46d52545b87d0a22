import { documentToSign } from './task-view.ts';
import { documentView } from '../documents.ts';
import { fail, ok } from '../../../processes/language/failure.ts';
import type { Actor, Person } from '../../../processes/language/party.ts';
import type { Desk } from '../deps.ts';
import type { DocumentRecord, TaskRecord } from '../../store/records.ts';
import type { DocumentView } from '../../../processes/language/document.ts';
import type { Result } from '../../../processes/language/failure.ts';
import type { Scope } from '../../store/scope.ts';
import type { Sha256, TaskId } from '../../../processes/language/ids.ts';

/**
 * Puts the actor's signature on the document that a task names and keeps the result as the next revision. Either the
 * old or the new revision is there afterwards, never less; done twice for one task, it answers the first result.
 */
export async function signTask(
  desk: Desk,
  scope: Scope,
  actor: Actor,
  id: TaskId,
  expectedHead: Sha256,
): Promise<Result<DocumentView>> {
  if (actor.kind !== 'staff') return fail('forbidden');
  const task = await desk.store.tasks.find(scope, id);
  if (!task) return fail('notFound');
  const document = documentToSign(await desk.store.documents.ofCase(scope, task.case), task);
  if (!task.signature || !document) return fail('unknownReference', { detail: 'the task names no document to sign' });
  if (document.revisions.some(({ signature }) => signature?.task === id)) return ok(documentView(document));
  if (task.state !== 'open') return fail('taskClosed');
  if (task.assignee && task.assignee !== actor.person.id) return fail('taskClaimed');
  const head = document.revisions.at(-1);
  if (!head || head.sha256 !== expectedHead) return fail('conflict');
  const refused = turnProblem(document, task, actor.person);
  if (refused) return fail('signatureRefused', { problems: [{ at: task.signature.field, code: refused }] });
  return appendSignature(desk, scope, actor.person, task, document, head.sha256);
}

/** Fields are signed in their order, and nobody signs a document twice: four eyes are two people. */
const turnProblem = (document: DocumentRecord, task: TaskRecord, signer: Person): string | undefined => {
  const next = documentView(document).unsigned[0];
  if (next?.field !== task.signature?.field) return 'notYourTurn';
  return document.revisions.some(({ signature }) => signature?.signer === signer.id) ? 'samePerson' : undefined;
};

async function appendSignature(
  desk: Desk,
  scope: Scope,
  signer: Person,
  task: TaskRecord,
  document: DocumentRecord,
  head: Sha256,
): Promise<Result<DocumentView>> {
  const planned = document.signatureFields.find(({ field }) => field === task.signature?.field);
  const pdf = await desk.store.documents.bytes(scope, head);
  if (!planned || !pdf)
    throw new Error(`Expected field and bytes of document ${document._id} to be stored, but they are not`);
  const at = desk.clock().toISOString();
  const role = planned.label.pl;
  const signed = await desk.signing.sign({
    pdf,
    field: planned.field,
    signer: { id: signer.id, name: signer.name, role },
    reason: document.title.pl,
    at,
  });
  if (!signed.ok) return signed;
  const added = await desk.store.documents.addRevision(
    scope,
    document._id,
    head,
    {
      at,
      signature: {
        field: planned.field,
        signer: signer.id,
        signerName: signer.name,
        role,
        at,
        level: signed.value.level,
        sha256: head,
        task: task._id,
      },
    },
    signed.value.pdf,
    { at, actor: signer.id, action: 'documentSigned', element: task.element },
  );
  return added.ok ? ok(documentView(added.value)) : added;
}
