import { z } from 'zod';
import { id, instant, sha256, text } from './words.ts';
import type { AppliedSignature, DocumentView, Revision, SignatureField } from '../../processes/language/document.ts';
import type { DocumentId, PersonId, Sha256 } from '../../processes/language/ids.ts';
import type { VerificationView } from '../../ui/contract.ts';

const signatureField = z.strictObject({
  field: z.string(),
  label: text,
  order: z.int(),
}) satisfies z.ZodType<SignatureField>;

const appliedSignature = z.strictObject({
  field: z.string(),
  signer: id<PersonId>(),
  signerName: z.string(),
  role: z.string(),
  at: instant,
  level: z.enum(['B-B', 'B-T', 'B-LT', 'B-LTA']),
  sha256: sha256<Sha256>(),
  task: z.string(),
}) satisfies z.ZodType<AppliedSignature>;

const revision = z.strictObject({
  number: z.int(),
  sha256: sha256<Sha256>(),
  size: z.int(),
  at: instant,
  signature: appliedSignature.exactOptional(),
}) satisfies z.ZodType<Revision>;

export const documentView = z.strictObject({
  id: id<DocumentId>(),
  kind: z.string(),
  title: text,
  mime: z.string(),
  fileName: z.string(),
  createdAt: instant,
  element: z.string().exactOptional(),
  revisions: z.array(revision),
  verificationCode: z.string().exactOptional(),
  unsigned: z.array(signatureField),
}) satisfies z.ZodType<DocumentView>;

export const verificationView = z.strictObject({
  known: z.boolean(),
  valid: z.boolean(),
  changedAfterSigning: z.boolean(),
  sha256: z.string(),
  size: z.int(),
  title: text.exactOptional(),
  number: z.string().exactOptional(),
  signatures: z.array(
    z.strictObject({
      field: z.string(),
      signerName: z.string(),
      organisation: z.string().exactOptional(),
      issuer: z.string(),
      at: instant.exactOptional(),
      level: z.string(),
      valid: z.boolean(),
      problems: z.array(z.string()),
    }),
  ),
}) satisfies z.ZodType<VerificationView>;
