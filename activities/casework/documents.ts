import { canonicalCode } from './following/tracking-code.ts';
import { fail, ok } from '../../processes/language/failure.ts';
import { sha256 } from '../store/content-hash.ts';
import type { Desk } from './deps.ts';
import type { DocumentId, Sha256 } from '../../processes/language/ids.ts';
import type { DocumentRecord } from '../store/records.ts';
import type { DocumentView } from '../../processes/language/document.ts';
import type { Office } from './office.ts';
import type { Result } from '../../processes/language/failure.ts';
import type { Scope } from '../store/scope.ts';
import { systemScope } from '../store/scope.ts';
import type { VerificationReport } from '../signatures/report.ts';

export function documentView(record: DocumentRecord): DocumentView {
  const signed = new Set(record.revisions.flatMap(({ signature }) => (signature ? [signature.field] : [])));
  return {
    id: record._id,
    kind: record.kind,
    title: record.title,
    mime: record.mime,
    fileName: record.fileName,
    createdAt: record.createdAt,
    revisions: record.revisions,
    unsigned: record.signatureFields.filter(({ field }) => !signed.has(field)).sort((a, b) => a.order - b.order),
    ...(record.element === undefined ? {} : { element: record.element }),
    ...(record.verificationCode === undefined ? {} : { verificationCode: record.verificationCode }),
  };
}

/** A document is issued when every planned signature is on it; before that it is the office's draft and no party sees it. */
export const isIssued = (view: DocumentView): boolean => view.unsigned.length === 0;

type Bytes = { document: DocumentView; bytes: Buffer; fileName: string; mime: string; sha256: Sha256 };

/** A revision of a document (the newest when none is named), with the hash of what is handed out. */
export async function documentBytes(
  desk: Desk,
  scope: Scope,
  id: DocumentId,
  revision?: number,
): Promise<Result<Bytes>> {
  const record = await desk.store.documents.find(scope, id);
  const found = record?.revisions.find((one, index, all) =>
    revision === undefined ? index === all.length - 1 : one.number === revision,
  );
  if (!record || !found) return fail('notFound');
  const bytes = await desk.store.documents.bytes(scope, found.sha256);
  if (!bytes) throw new Error(`Expected blob ${found.sha256} of document ${id} to be stored, but it is not`);
  const document = documentView(record);
  return ok({ document, bytes, fileName: record.fileName, mime: record.mime, sha256: found.sha256 });
}

type ByCode = Awaited<ReturnType<Office['verifyByCode']>>;

/** Verifies the newest revision of the document with this code, now and from its bytes. Only issued documents answer. */
export async function verifyByCode(desk: Desk, code: string): Promise<ByCode> {
  const letters = canonicalCode(code);
  const record = await desk.store.documents.findByVerificationCode((letters.match(/.{1,4}/g) ?? []).join('-'));
  if (!record || !isIssued(documentView(record))) return fail('notFound');
  const scope = systemScope('verification');
  const [content, file] = await Promise.all([
    documentBytes(desk, scope, record._id),
    desk.store.cases.find(scope, record.case),
  ]);
  if (!content.ok) return content;
  const report = await desk.signing.verify(content.value.bytes);
  return ok({ ...report, known: true, title: record.title, number: file?.number ?? '' });
}

/** Somebody's attachment and the office's drafts are kept here too, but were never issued: they vouch for nothing. */
const issuedAs = (hash: Sha256, record: DocumentRecord): boolean =>
  record.kind !== 'attachment' && isIssued(documentView(record)) && record.revisions.at(-1)?.sha256 === hash;

/** Verifies an uploaded PDF; `known` when those very bytes were issued here. Never keeps the file. */
export async function verifyUpload(desk: Desk, bytes: Buffer): Promise<Result<VerificationReport>> {
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) {
    return fail('invalidInput', { problems: [{ at: 'file', code: 'fileType' }] });
  }
  const hash = sha256(bytes);
  const found = await desk.store.documents.madeOf(systemScope('verification'), hash);
  return ok({ ...(await desk.signing.verify(bytes)), known: found.some((record) => issuedAs(hash, record)) });
}
