import { createHash, type X509Certificate } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Sha256 } from '../../processes/language/ids.ts';
import { patiently, quickly } from '../documents/pdf-options.ts';
import { signatureFields } from './pdf-fields.ts';
import type { SignatureReport, VerificationReport } from './report.ts';
import { checkSignature, unreadableSignature } from './signature-check.ts';

/** Bytes from which on a file is read with pauses, so that others are served meanwhile. */
const large = 500_000;

/**
 * Says what signatures a file carries and whether they hold. Never throws: a file that is damaged, or no PDF at all, gets
 * a report too. `valid` needs at least one signature, all of them valid, and no byte after the last one.
 */
export const verifyPdf = async (
  pdf: Buffer,
  trust: X509Certificate[],
  now: Date,
): Promise<Omit<VerificationReport, 'known'>> => {
  const signatures = await signaturesOf(pdf, trust, now);
  const covered = Math.max(0, ...signatures.map(({ coversUpTo }) => coversUpTo));
  const changedAfterSigning = signatures.length > 0 && covered !== pdf.length;
  return {
    sha256: createHash('sha256').update(pdf).digest('hex') as Sha256,
    size: pdf.length,
    valid: signatures.length > 0 && signatures.every(({ valid }) => valid) && !changedAfterSigning,
    signatures,
    changedAfterSigning,
  };
};

/** In the order in which they were made. */
const signaturesOf = async (pdf: Buffer, trust: X509Certificate[], now: Date): Promise<SignatureReport[]> => {
  try {
    const document = await PDFDocument.load(pdf, pdf.length > large ? patiently : quickly);
    const signed = signatureFields(document).filter((field) => field.signed);
    if (signed.length > 0)
      return signed
        .map((field) => checkSignature(pdf, field, trust, now))
        .toSorted((a, b) => a.coversUpTo - b.coversUpTo);
  } catch {
    // whatever the parser stumbled over: the file was written by anybody
  }
  return pdf.includes('/ByteRange') ? [unreadableSignature('')] : [];
};
