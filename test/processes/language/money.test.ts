import { describe, expect, test } from '@jest/globals';
import { formatMoney, parseMoney } from '../../../processes/language/money.ts';

describe('money typed by people', () => {
  test.each([
    ['823,01', 82_301],
    ['823.00', 82_300],
    ['1 234,5', 123_450],
    ['1\u00A0234\u202F567,89', 123_456_789],
    [' 0 ', 0],
    ['0,01', 1],
    ['0029', 2900],
    ['90071992547409,91', 9_007_199_254_740_991],
  ])('"%s" is %i grosze', (typed, grosze) => {
    expect(parseMoney(typed)).toBe(grosze);
  });

  test.each([
    '',
    ' ',
    '-1',
    '+1',
    '1,234.50',
    '1.234',
    '12 34',
    '1e3',
    'sto',
    '5 zł',
    ',5',
    '5,',
    '٣',
    '90071992547409,92',
  ])('"%s" is refused', (typed) => {
    expect(parseMoney(typed)).toBeUndefined();
  });

  test('every amount survives being written and read again', () => {
    const amounts = Array.from({ length: 2000 }, (_, index) => index * 7919);
    const written = (value: number): string => formatMoney(value, 'pl').replace(/\s*zł$/, '');
    expect(amounts.filter((value) => parseMoney(written(value)) !== value)).toEqual([]);
  });

  test('each language writes it in its own way', () => {
    const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
    expect(plain(formatMoney(1_234_550, 'pl'))).toBe('12 345,50 zł');
    expect(plain(formatMoney(1_234_550, 'en'))).toBe('PLN 12,345.50');
    expect(plain(formatMoney(1_234_550, 'uk'))).toMatch(/^12 345,50/);
  });

  test('parts of a grosz cannot be written', () => {
    expect(() => formatMoney(0.5, 'pl')).toThrow('Expected whole grosze');
  });
});
