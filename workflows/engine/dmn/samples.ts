import type { Json } from '../../../processes/language/ids.ts';
import { addDays } from '../../../processes/language/local-date.ts';
import type { FoundLiteral, LiteralKind } from './literals.ts';

/** `open`: stands for all that no cell names, so that a gap there is none that the author could close. */
export type Sample = { value: Json; open?: true };

/** The shortest number strictly between two: no money, only a point to test at. */
const between = (low: number, high: number): number => {
  const middle = low / 2 + high / 2;
  for (let digits = 0; digits < 15; digits += 1) {
    const rounded = Number(middle.toFixed(digits));
    if (low < rounded && rounded < high) return rounded;
  }
  return middle;
};

const numbers = (found: number[]): number[] => {
  const sorted = [...new Set(found)].sort((a, b) => a - b);
  return sorted.flatMap((value, index) => {
    const next = sorted[index + 1];
    return [value, next === undefined ? value + 1 : between(value, next)];
  });
};

const dates = (found: string[]): string[] => {
  const sorted = [...new Set(found)].sort();
  return sorted.flatMap((value, index) => {
    const next = addDays(value, 1);
    return next === sorted[index + 1] ? [value] : [value, next];
  });
};

const instants = (found: string[]): string[] => {
  const written = (ms: number): string => new Date(ms).toISOString();
  return numbers(found.map((each) => Date.parse(each))).map(written);
};

const valuesOf = <Value extends Json>(literals: FoundLiteral[], kind: LiteralKind): Value[] =>
  literals.flatMap((each) => (each.kind === kind ? [each.value as Value] : []));

/**
 * One value for each part into which literals cut the values of an input: every literal itself, and one between each two
 * neighbours and beyond the outermost, then any other text and null. Comparisons with those literals, and with nothing else,
 * are decided alike for all values of a part.
 */
export const samplesFor = (literals: FoundLiteral[], kind: string): Sample[] => {
  const some = <Value extends Json>(of: LiteralKind, any: Value): Value[] => {
    const named = valuesOf<Value>(literals, of);
    return named.length === 0 && kind === of ? [any] : named;
  };
  const amounts = numbers(some('number', 0));
  const days = dates(some('date', '2000-01-01'));
  const moments = instants(some('dateTime', '2000-01-01T00:00:00.000Z'));
  const words = [...new Set(valuesOf<string>(literals, 'string'))];
  const [lowest] = amounts;
  const [earliest] = days;
  const [first] = moments;
  const plain: Json[] = [
    ...(lowest === undefined ? [] : [...amounts, lowest - 1]),
    ...(earliest === undefined ? [] : [...days, addDays(earliest, -1)]),
    ...(first === undefined ? [] : [...moments, new Date(Date.parse(first) - 1).toISOString()]),
    ...words,
    ...(kind === 'boolean' || valuesOf(literals, 'boolean').length > 0 ? [true, false] : []),
  ];
  return [...plain.map((value) => ({ value })), { value: otherThan(words), open: true }, { value: null, open: true }];
};

const otherThan = (words: string[]): string => {
  let other = '…';
  while (words.includes(other)) other += '…';
  return other;
};
