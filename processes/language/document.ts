import type { DocumentId, ElementId, Instant, PersonId, Sha256 } from './ids.ts';
import type { Text } from './text.ts';

/** One place for a signature, planned when the document is made. */
export type SignatureField = {
  /** field name in the PDF, e.g. `clerk` */ field: string;
  label: Text;
  /** order in which the fields are signed, from 1 */ order: number;
};

/** A document a procedure makes: `documents/<id>.typ` in its folder. */
export type DocumentSpec = { id: string; title: Text; template: string; signatures: SignatureField[] };

/** A signature put on a revision. Times are instants. */
export type AppliedSignature = {
  field: string;
  signer: PersonId;
  signerName: string;
  role: string;
  at: Instant;
  level: 'B-B' | 'B-T' | 'B-LT' | 'B-LTA';
  sha256: Sha256;
  /** task that demanded it */ task: string;
};

/** One immutable byte string of a document: the first is made, each further one adds a signature. */
export type Revision = { number: number; sha256: Sha256; size: number; at: Instant; signature?: AppliedSignature };

export type DocumentView = {
  id: DocumentId;
  kind: string;
  title: Text;
  mime: string;
  fileName: string;
  createdAt: Instant;
  element?: ElementId;
  revisions: Revision[];
  /** ≥ 60 bits, Crockford base32 in groups of four; printed on the document with a QR code */
  verificationCode?: string;
  /** fields still to be signed, in order */
  unsigned: SignatureField[];
};
