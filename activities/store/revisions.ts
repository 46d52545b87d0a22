import { fail, ok } from '../../processes/language/failure.ts';
import type { Result } from '../../processes/language/failure.ts';
import type { Revision } from '../../processes/language/document.ts';
import type { Sha256 } from '../../processes/language/ids.ts';
import type { DocumentRecord } from './records.ts';
import { largestBlob } from './limits.ts';
import { sha256 } from './content-hash.ts';

export type NewRevision = Omit<Revision, 'number' | 'size' | 'sha256'>;

export const headOf = ({ _id, revisions }: DocumentRecord): Revision => {
  const head = revisions.at(-1);
  if (!head) throw new Error(`Expected a revision in document ${_id} but there is none`);
  return head;
};

/** The document as it is first stored. A document we make ourselves is never too large: that would be a bug. */
export function firstRevision(document: Omit<DocumentRecord, 'revisions'>, bytes: Buffer): DocumentRecord {
  if (bytes.length > largestBlob)
    throw new Error(`Expected at most ${largestBlob} bytes but document ${document._id} has ${bytes.length}`);
  const revision = { number: 1, sha256: sha256(bytes), size: bytes.length, at: document.createdAt };
  return { ...document, revisions: [revision] };
}

/** `added` is absent when the same task has signed before: nothing is to be done again. */
export function nextRevision(
  document: DocumentRecord | undefined,
  expectedHead: Sha256,
  given: NewRevision,
  bytes: Buffer,
): Result<{ document: DocumentRecord; added?: Revision }> {
  if (!document) return fail('notFound');
  const task = given.signature?.task;
  const signed = task !== undefined && document.revisions.some(({ signature }) => signature?.task === task);
  if (signed) return ok({ document });
  if (bytes.length > largestBlob) return fail('tooLarge');
  const head = headOf(document);
  if (head.sha256 !== expectedHead) return fail('conflict');
  const added = { ...given, number: head.number + 1, sha256: sha256(bytes), size: bytes.length };
  return ok({ document: { ...document, revisions: [...document.revisions, added] }, added });
}
