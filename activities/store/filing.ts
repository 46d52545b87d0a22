import type { BlobRecord, DocumentRecord, SubmissionRecord } from './records.ts';
import type { NewEntry, NewFiling } from './store.ts';
import type { StoredCase } from './stored.ts';
import { largestBlob } from './limits.ts';
import { registerId, znakSprawy } from './znak-sprawy.ts';
import { searchWords } from './search-words.ts';
import { sha256 } from './content-hash.ts';

export const tooLarge = ({ attachments }: NewFiling): boolean =>
  attachments.some(({ bytes }) => bytes.length > largestBlob);

export const blobOf = (bytes: Buffer, mime: string, at: string): BlobRecord => ({
  _id: sha256(bytes),
  size: bytes.length,
  mime,
  data: bytes,
  at,
});

const attachmentOf = (
  { case: { _id, unit, startedAt } }: NewFiling,
  { id, fileName, mime, bytes }: NewFiling['attachments'][number],
): DocumentRecord => ({
  _id: id,
  case: _id,
  unit,
  kind: 'attachment',
  title: { pl: fileName, en: fileName, uk: fileName },
  mime,
  fileName,
  createdAt: startedAt,
  madeBy: `attachment.${id}`,
  signatureFields: [],
  revisions: [{ number: 1, sha256: sha256(bytes), size: bytes.length, at: startedAt }],
});

const entriesOf = ({ case: { startedAt }, by, payloadHash }: NewFiling, documents: DocumentRecord[]): NewEntry[] => [
  { at: startedAt, actor: by, action: 'caseFiled', payloadHash },
  ...documents.flatMap(({ revisions }) =>
    revisions.map(({ sha256: documentHash }) => ({
      at: startedAt,
      actor: by,
      action: 'attachmentReceived',
      documentHash,
    })),
  ),
];

/** Everything that is stored together when a filing is accepted under that number of its register. */
export function filed(
  filing: NewFiling,
  ordinal: number,
): {
  case: StoredCase;
  submission: SubmissionRecord;
  documents: DocumentRecord[];
  blobs: BlobRecord[];
  entries: NewEntry[];
} {
  const { case: given, register, attachments, idempotencyKey, payloadHash } = filing;
  const number = znakSprawy(register, ordinal);
  const documents = attachments.map((one) => attachmentOf(filing, one));
  return {
    case: {
      ...given,
      number,
      register: registerId(register),
      ordinal,
      search: searchWords(number, given.subject),
      status: 'received',
      seq: 0,
      stagesPassed: [],
      steps: [],
      flowsTaken: [],
      incidents: [],
      waiting: [],
    },
    submission: {
      _id: idempotencyKey,
      payloadHash,
      case: given._id,
      unit: given.unit,
      state: 'stored',
      at: given.startedAt,
      attempts: 0,
    },
    documents,
    blobs: attachments.map(({ bytes, mime }) => blobOf(bytes, mime, given.startedAt)),
    entries: entriesOf(filing, documents),
  };
}
