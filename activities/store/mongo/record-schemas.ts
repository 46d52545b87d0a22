import type { BlobRecord, DocumentRecord, EntryRecord, MessageRecord } from '../records.ts';
import type { ChainHead } from '../chain.ts';
import { json, list, number, openSchema, text, textIfAny, unitSchema } from './field-types.ts';

export const documentSchema = unitSchema<DocumentRecord>({
  case: text,
  kind: text,
  title: json,
  mime: text,
  fileName: text,
  createdAt: text,
  madeBy: text,
  element: textIfAny,
  signatureFields: list,
  revisions: list,
  verificationCode: textIfAny,
})
  .index({ case: 1, createdAt: 1 })
  .index({ case: 1, madeBy: 1 }, { unique: true })
  .index({ 'revisions.sha256': 1 })
  .index({ verificationCode: 1 }, { unique: true, partialFilterExpression: { verificationCode: { $exists: true } } });

/** Content-addressed and insert-only: there is no call that changes or removes one. */
export const blobSchema = openSchema<BlobRecord>({
  size: number,
  mime: text,
  data: { type: Buffer, required: true },
  at: text,
});

/** Unique by (case, seq): a chain cannot fork. */
export const entrySchema = unitSchema<EntryRecord>({
  case: text,
  seq: number,
  at: text,
  actor: text,
  onBehalfOf: textIfAny,
  action: text,
  element: textIfAny,
  about: textIfAny,
  documentHash: textIfAny,
  payloadHash: textIfAny,
  previousHash: text,
  hash: text,
}).index({ case: 1, seq: 1 }, { unique: true });

export const headSchema = openSchema<ChainHead>({ seq: number, hash: text });

export const messageSchema = unitSchema<MessageRecord>({
  case: text,
  at: text,
  subject: json,
  body: json,
  to: textIfAny,
  state: text,
}).index({ case: 1, at: 1 });
