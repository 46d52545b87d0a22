import type { CaseId, DocumentId } from '../../processes/language/ids.ts';
import type { Clock, Random } from '../clock.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 26 letters: 48 bits of time, then 80 random bits; sorts by creation and tells nothing about the party. */
export function newId(clock: Clock, random: Random): string {
  let time = clock().getTime();
  let head = '';
  for (let i = 0; i < 10; i++) {
    head = alphabet.charAt(time % 32) + head;
    time = Math.floor(time / 32);
  }
  return head + Array.from(random(16), (byte) => alphabet.charAt(byte % 32)).join('');
}

export const newCaseId = (clock: Clock, random: Random): CaseId => newId(clock, random) as CaseId;
export const newDocumentId = (clock: Clock, random: Random): DocumentId => newId(clock, random) as DocumentId;
