import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFInvalidObject, PDFName } from '@cantoo/pdf-lib';
import { fail, ok, type Result } from '../../processes/language/failure.ts';
import type { Instant } from '../../processes/language/ids.ts';
import { plainly, quickly } from '../documents/pdf-options.ts';
import { drawnPage } from './drawn-page.ts';
import { byteRangeOf } from './byte-range.ts';
import { type PdfField, signatureFields } from './pdf-fields.ts';

const name = PDFName.of;
/** Numbers of a fixed width: the real ones are known only when the revision is whole. */
const emptyRange = '/ByteRange [0 0000000000 0000000000 0000000000]';

export type RevisionRequest = {
  field: string;
  signerName: string;
  reason: string;
  at: Instant;
  /** draws a one-page PDF of this size (points) to be shown in the field */
  appearance: (size: { width: number; height: number }) => Promise<Result<Buffer>> | Result<Buffer>;
  /** bytes kept free for the signature */
  room: number;
};

/** A revision that lacks nothing but its signature. */
export type PreparedRevision = {
  /** SHA-256 over all bytes but the signature's place */
  digest: Buffer;
  /** the whole file with the signature in its place; undefined when that is too small */
  complete: (signature: Buffer) => Buffer | undefined;
};

/**
 * Appends a revision that signs one planned field and touches nothing else. The result begins with exactly the old bytes.
 * Failures: `conflict` (the field is signed already), `signatureRefused` (no such field, not its turn, bytes after the last signature, no readable PDF).
 */
export const prepareRevision = async (pdf: Buffer, request: RevisionRequest): Promise<Result<PreparedRevision>> => {
  const document = await PDFDocument.load(pdf, { ...quickly, forIncrementalUpdate: true }).catch(() => undefined);
  if (document === undefined) return refused(request.field, 'unreadablePdf');
  const fields = signatureFields(document);
  const field = fields.find((candidate) => candidate.name === request.field);
  if (field === undefined) return refused(request.field, 'noSuchField');
  if (field.signed)
    return fail('conflict', {
      detail: 'the field is signed already',
      problems: [{ at: request.field, code: 'alreadySigned' }],
    });
  if (fields.some(({ signed, order }) => !signed && order < field.order)) return refused(request.field, 'notItsTurn');
  if (!untouchedSinceSigned(fields, pdf.length)) return refused(request.field, 'changedAfterSigning');

  const size = field.dict.lookup(name('Rect'), PDFArray).asRectangle();
  const drawn = await request.appearance(size);
  if (!drawn.ok) return drawn;
  const picture = await drawnPage(document, drawn.value);
  const signature = PDFInvalidObject.of(Buffer.from(signatureDictionary(request), 'latin1'));
  field.dict.set(name('V'), document.context.register(signature));
  field.dict.set(name('AP'), document.context.obj({ N: picture }));
  return ok(placeholderOf(Buffer.from(await document.save(plainly)), pdf, request.room));
};

/** Nobody signs what somebody slipped in after an earlier signature. */
const untouchedSinceSigned = (fields: PdfField[], size: number): boolean => {
  const signed = fields.filter((field) => field.signed);
  try {
    const ends = signed.map(({ dict }) => byteRangeOf(dict.lookup(name('V'), PDFDict), size).end);
    return signed.length === 0 || Math.max(...ends) === size;
  } catch {
    return false;
  }
};

const refused = (field: string, code: string) =>
  fail('signatureRefused', { detail: `the field cannot be signed: ${code}`, problems: [{ at: field, code }] });

const signatureDictionary = ({ signerName, reason, at, room }: RevisionRequest): string =>
  [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `${emptyRange} /Contents <${'00'.repeat(room)}>`,
    `/Name ${unicode(signerName)} /Reason ${unicode(reason)}`,
    `/M (D:${at.replaceAll(/[-:T]/g, '').slice(0, 14)}Z) >>`,
  ].join(' ');

/** A text string in UTF-16: the only way for letters beyond Latin-1. */
const unicode = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

const placeholderOf = (revision: Buffer, old: Buffer, room: number): PreparedRevision => {
  if (!revision.subarray(0, old.length).equals(old)) throw new Error('Expected the old bytes to stay but they changed');
  const range = revision.indexOf(emptyRange, old.length);
  const start = revision.indexOf('/Contents <', range) + '/Contents '.length;
  const end = start + 2 * room + 2;
  if (range < 0 || revision[start] !== 0x3c || revision[end - 1] !== 0x3e)
    throw new Error('Expected a place for the signature but found none');
  const numbers = [start, end, revision.length - end].map((number) => String(number).padStart(10, ' '));
  revision.write(`/ByteRange [0 ${numbers.join(' ')}]`, range, 'latin1');
  return {
    digest: createHash('sha256').update(revision.subarray(0, start)).update(revision.subarray(end)).digest(),
    complete: (signature) => {
      if (signature.length > room) return undefined;
      const whole = Buffer.from(revision);
      whole.write(signature.toString('hex'), start + 1, 'latin1');
      return whole;
    },
  };
};
