import { fail, ok } from '../../processes/language/failure.ts';
import { sha256 } from '../../activities/store/content-hash.ts';
import type { PersonId } from '../../processes/language/ids.ts';
import type { SignatureReport } from '../../activities/signatures/report.ts';
import type { Signing } from '../../activities/signatures/ports.ts';

const mark = '\n%%signed ';

/**
 * Signs by appending a line with the hash of everything before it: keeps the promises of the port (the result begins with
 * the given bytes, each signature covers all before it, a changed byte is seen) without keys, so that tests take no time.
 */
export const fakeSigning = (signers: PersonId[]): Signing => ({
  canSign: (signer) => Promise.resolve(signers.includes(signer)),
  sign({ pdf, field, signer, at }) {
    if (!signers.includes(signer.id)) return Promise.resolve(fail('signatureRefused', { detail: 'no key' }));
    const line = JSON.stringify({ field, name: signer.name, at, digest: sha256(pdf) });
    return Promise.resolve(ok({ pdf: Buffer.concat([pdf, Buffer.from(mark + line)]), level: 'B-B' as const }));
  },
  verify(pdf) {
    const signatures = found(pdf);
    const end = signatures.at(-1)?.coversUpTo ?? 0;
    const valid = signatures.length > 0 && end === pdf.length && signatures.every((one) => one.valid);
    const hash = sha256(pdf);
    return Promise.resolve({
      sha256: hash,
      size: pdf.length,
      valid,
      signatures,
      changedAfterSigning: end !== pdf.length,
    });
  },
});

function found(pdf: Buffer): SignatureReport[] {
  const signatures: SignatureReport[] = [];
  for (let at = pdf.indexOf(mark); at >= 0; at = pdf.indexOf(mark, at + 1)) {
    const line = /^\{[^\n]*?\}/.exec(pdf.subarray(at + mark.length).toString())?.[0];
    if (!line) continue;
    const { field, name, at: time, digest } = JSON.parse(line) as Record<string, string>;
    const valid = digest === sha256(pdf.subarray(0, at));
    signatures.push({
      field: field ?? '',
      signerName: name ?? '',
      issuer: 'fake',
      level: 'B-B',
      valid,
      problems: valid ? [] : ['digestMismatch'],
      coversUpTo: at + mark.length + Buffer.byteLength(line),
      ...(time === undefined ? {} : { at: time }),
    });
  }
  return signatures;
}
