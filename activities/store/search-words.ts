/** Lower case without diacritics; ł has no decomposition in Unicode. */
const folded = (text: string): string =>
  text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l');

const wordsOf = (text: string): string[] => folded(text).split(/\s+/).filter(Boolean);

/** Every beginning under which a case is found: its words and what follows a dot, slash or hyphen in them. */
export const searchWords = (number: string, subject: string | undefined): string[] => [
  ...new Set(
    wordsOf(`${number} ${subject ?? ''}`).flatMap((word) =>
      [0, ...Array.from(word.matchAll(/[./-]/g), (mark) => mark.index + 1)].flatMap((start) => word.slice(start) || []),
    ),
  ),
];

/** What each word of a search must be the beginning of: an indexed range instead of a scan. */
export const searchPrefixes = wordsOf;

/** Greater than every word that begins with the prefix. */
export const endOfPrefix = (prefix: string): string => `${prefix}\uFFFF`;
