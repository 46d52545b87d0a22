import type { X509Certificate } from 'node:crypto';
import { PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { decode, encode } from './asn1.ts';
import { readCms } from './cms-check.ts';
import { byteRangeOf } from './byte-range.ts';
import type { PdfField } from './pdf-fields.ts';
import type { SignatureReport } from './report.ts';
import { chainProblem } from './trust-chain.ts';

const name = PDFName.of;
/** A signer's clock may be this much ahead of ours. */
const fastClocks = 300_000;

export const unreadableSignature = (field: string, coversUpTo = 0): SignatureReport => ({
  field,
  signerName: '',
  issuer: '',
  level: 'none',
  valid: false,
  problems: ['malformed'],
  coversUpTo,
});

/** Judges one signature of a file. Trust counts at the time the signature names, for B-B has no better witness. */
export const checkSignature = (pdf: Buffer, field: PdfField, trust: X509Certificate[], now: Date): SignatureReport => {
  let coversUpTo = 0;
  try {
    const dictionary = field.dict.lookup(name('V'), PDFDict);
    const range = byteRangeOf(dictionary, pdf.length);
    coversUpTo = range.end;
    const covered = [pdf.subarray(0, range.gapStart), pdf.subarray(range.gapEnd, range.end)];
    const reading = readCms(contentsOf(pdf.subarray(range.gapStart, range.gapEnd)), covered);
    const at = timeOf(dictionary);
    const problems: SignatureReport['problems'] = [];
    if (!reading.digestFits) problems.push('digestMismatch');
    if (!reading.signatureFits) problems.push('badSignature');
    const untrusted = chainProblem(reading.certificate, reading.others, trust, at ?? now);
    if (untrusted) problems.push(untrusted);
    const pades = reading.pades && dictionary.get(name('SubFilter')) === name('ETSI.CAdES.detached');
    if (!pades) problems.push('notPades');
    if (at !== undefined && at.getTime() > now.getTime() + fastClocks) problems.push('malformed');
    const organisation = part(reading.certificate.subject, 'O');
    return {
      field: field.name,
      signerName: part(reading.certificate.subject, 'CN') ?? '',
      ...(organisation !== undefined && { organisation }),
      issuer: part(reading.certificate.issuer, 'CN') ?? part(reading.certificate.issuer, 'O') ?? '',
      ...(at && { at: at.toISOString() }),
      level: pades ? 'B-B' : 'none',
      valid: problems.length === 0,
      problems,
      coversUpTo,
    };
  } catch {
    return unreadableSignature(field.name, coversUpTo);
  }
};

/** The gap holds nothing but the signature in hexadecimal and zeros: else unsigned bytes could hide in it. */
const contentsOf = (gap: Buffer): Buffer => {
  const text = gap.toString('latin1');
  if (!/^<(?:[\da-f]{2})+>$|^<(?:[\dA-F]{2})+>$/.test(text))
    throw new Error('Expected a signature but got something else');
  const bytes = Buffer.from(text.slice(1, -1), 'hex');
  const der = encode(decode(bytes));
  const rest = bytes.subarray(der.length);
  if (!bytes.subarray(0, der.length).equals(der) || rest.some((byte) => byte !== 0))
    throw new Error('Expected DER and zeros but got something else');
  return der;
};

/** `D:20261123120000Z`, with or without a zone. */
const timeOf = (dictionary: PDFDict): Date | undefined => {
  const value = dictionary.lookup(name('M'));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeDate() : undefined;
};

/** `O` of a name that Node writes one part to a line. */
const part = (distinguishedName: string, key: string): string | undefined =>
  distinguishedName
    .split('\n')
    .find((line) => line.startsWith(`${key}=`))
    ?.slice(key.length + 1);
