/**
 * The letters and signs that the fonts of our documents have: Latin, Greek and Cyrillic with their marks, and the signs
 * of everyday writing. A letter they lack (an emoji, a Chinese name) would only be noticed when the decision cannot be drawn.
 */
const drawable = /^[ -~\u00a0-\u0477\u048a-\u04f9\u1e00-\u1eff\u2010-\u2027\u2030-\u2037\u20a0-\u20bf№™←-↓−≈≠≤≥]*$/u;

/** What was typed, without what nobody sees: blanks at its ends, marks of direction and joins that come along with pasted text. */
export const visibleText = (typed: string): string =>
  typed
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .normalize('NFC');

/** Whether a letter, form or document of ours can show the text. `lines`: it may have several, and tabs. */
export const canBeShown = (text: string, lines: boolean): boolean =>
  drawable.test(lines ? text.replaceAll(/[\n\t]/g, ' ') : text);
