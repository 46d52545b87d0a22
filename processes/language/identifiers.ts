import { isLocalDate } from './local-date.ts';

const digitsOf = (text: string): number[] => Array.from(text, Number);
const weighted = (digits: number[], weights: number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

const centuries = [1900, 2000, 2100, 2200, 1800];

/** PESEL: checksum and a birth date that exists; the month carries the century. */
export const isPesel = (text: string): boolean => {
  if (!/^\d{11}$/.test(text)) return false;
  const month = Number(text.slice(2, 4));
  const year = (centuries[Math.floor(month / 20)] ?? 0) + Number(text.slice(0, 2));
  if (!isLocalDate(`${year}-${String(month % 20).padStart(2, '0')}-${text.slice(4, 6)}`)) return false;
  const digits = digitsOf(text);
  return (10 - (weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === digits[10];
};

/** NIP: pattern of the FA(3) schema (it refuses 0000000000, which the sum alone lets pass) and checksum by 11. */
export const isNip = (text: string): boolean =>
  /^[1-9](\d[1-9]|[1-9]\d)\d{7}$/.test(text) &&
  weighted(digitsOf(text), [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(text[9]);

const regonFits = (text: string, weights: number[]): boolean =>
  (weighted(digitsOf(text), weights) % 11) % 10 === Number(text[weights.length]);

/** REGON of 9 or 14 digits; the long one is right only when the short one in it is. */
export const isRegon = (text: string): boolean =>
  /^(\d{9}|\d{14})$/.test(text) &&
  !text.startsWith('000000000') &&
  regonFits(text, [8, 9, 2, 3, 4, 5, 6, 7]) &&
  (text.length === 9 || regonFits(text, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]));

/** Polish bank account number: 26 digits, with or without spaces and `PL`, by the IBAN rule (ISO 13616) and the bank's sort code. */
export const isNrb = (text: string): boolean => {
  const digits = text.replaceAll(/[\s-]/g, '').replace(/^PL/i, '');
  if (!/^\d{26}$/.test(digits)) return false;
  const sortCode = weighted(digitsOf(digits.slice(2, 9)), [3, 9, 7, 1, 3, 9, 7]);
  return (
    (10 - (sortCode % 10)) % 10 === Number(digits[9]) &&
    BigInt(`${digits.slice(2)}2521${digits.slice(0, 2)}`) % 97n === 1n
  );
};
