import type { Language } from './text.ts';

/** An amount in Polish grosze, always an integer: sums and comparisons are exact. */
export type Grosze = number;

const amount = /^(?<zlote>\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d+)(?:[.,](?<grosze>\d{1,2}))?$/;

/**
 * Reads zlotys as people type them (`823,01`, `1 234,5`, `600`), in grosze.
 * Anything else gives undefined rather than a guess: signs, `1.234`, `1,234.50`, letters, amounts no number holds exactly.
 */
export const parseMoney = (typed: string): Grosze | undefined => {
  const groups = amount.exec(typed.trim())?.groups;
  if (!groups) return undefined;
  const zlote = Number((groups['zlote'] ?? '').replaceAll(/\D/g, ''));
  const value = zlote * 100 + Number((groups['grosze'] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(value) ? value : undefined;
};

const formats = Object.fromEntries(
  (['pl', 'en', 'uk'] as const).map((language) => [
    language,
    new Intl.NumberFormat(language, { style: 'currency', currency: 'PLN', useGrouping: true }),
  ]),
) as Record<Language, Intl.NumberFormat>;

/** `1234,5 zł` as each language writes it, with two decimals. Throws for what is no whole number of grosze. */
export const formatMoney = (value: Grosze, language: Language): string => {
  if (!Number.isSafeInteger(value)) throw new Error(`Expected whole grosze but got ${value}`);
  return formats[language].format(value / 100);
};
