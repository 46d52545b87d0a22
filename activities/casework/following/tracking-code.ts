import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from '../../clock.ts';

/** Crockford's base32: no I, L, O, U, so that a code survives being read over the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Crockford base32 of the leading bits of `bytes`, five bits a letter, in groups of four: `7K3M-9QXA-…`. */
export function readableCode(bytes: Buffer, letters: number): string {
  let code = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && code.length < letters) {
      bits -= 5;
      code += alphabet.charAt((held >>> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return (code.match(/.{1,4}/g) ?? []).join('-');
}

/** A tracking code of 60 bits (12 letters); the bound of the design is 50. */
export const newTrackingCode = (random: Random): string => readableCode(random(8), 12);

/** What a person typed, made canonical: case, spaces, hyphens and the look-alikes O, I, L do not matter. */
export const canonicalCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');

/** A case number as it is written, whatever a phone's keyboard made of its capitals and spaces. */
export const canonicalNumber = (typed: string): string => typed.replaceAll(/\s/g, '').toUpperCase();

/** Keyed hash under which a code is stored; the code itself is kept nowhere. */
export const codeHash = (pepper: string, caseId: string, code: string): string =>
  createHmac('sha256', pepper)
    .update(`${caseId}.${canonicalCode(code)}`)
    .digest('hex');

export const codeFits = (pepper: string, caseId: string, code: string, hash: string): boolean => {
  const given = Buffer.from(codeHash(pepper, caseId, code), 'hex');
  const stored = Buffer.from(hash, 'hex');
  return given.length === stored.length && timingSafeEqual(given, stored);
};
