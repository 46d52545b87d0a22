import { describe, expect, test } from '@jest/globals';
import { assert, integer, property } from 'fast-check';
import type { Json, JsonObject } from '../../../../processes/language/ids.ts';
import { evaluate, readExpression } from '../../../../workflows/engine/feel.ts';

const result = (text: string, variables: JsonObject = {}): Json => {
  const read = readExpression(text);
  if ('problem' in read) throw new Error(`Expected ${text} to parse but ${read.problem}`);
  const value = evaluate(
    read,
    (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    '2026-11-23T12:00:00.000Z',
  );
  return value.ok ? value.value : { fault: value.detail ?? '' };
};

describe('arithmetic is decimal', () => {
  test.each([
    ['0.1 + 0.2', 0.3],
    ['1.1 * 1.1', 1.21],
    ['1000000.03 - 1000000.01', 0.02],
    ['0.3 / 0.1', 3],
    ['1 / 3', 0.3333333333333333],
    ['4.35 * 100', 435],
    ['1.15 + 2.30', 3.45],
    ['-0.1 + 0.3', 0.2],
    ['1.1 ** 2', 1.21],
    ['2 ** -2', 0.25],
    ['4 ** 0.5', 2],
    ['1.01 ** 12', 1.1268250301319698],
    ['5 - 4.9 - 0.1', 0],
    ['1e3 + 1', 1001],
    ['123456789012.34 + 0.001', 123456789012.341],
    ['999999999999.99 * 1', 999999999999.99],
    ['0.1 + 0.2 = 0.3', true],
    ['0.1 + 0.2 in [0.3..1]', true],
    ['string(0.1 + 0.2) + " zł"', '0.3 zł'],
    ['{ net: 0.1, gross: net + 0.2 }.gross', 0.3],
    ['for i in 1..3 return i * 0.1', [0.1, 0.2, 0.3]],
    ['{ add: function(a, b) a + b, sum: add(0.1, 0.2) }.sum', 0.3],
    ['[0.1, 0.2, 0.3][item + 0.2 = 0.3]', [0.1]],
    ['0.1 // net\n + 0.2 // tax', 0.3],
  ])('%s gives %j', (text, value) => {
    expect(result(text)).toEqual(value);
  });

  test.each([
    ['sum([0.1, 0.2, 0.3])', 0.6],
    ['sum(0.1, 0.2)', 0.3],
    ['sum([])', null],
    ['product([1.1, 1.1])', 1.21],
    ['mean([0.1, 0.2, 0.3])', 0.2],
    ['median([10, 9, 2])', 9],
    ['median([10, 9, 2, 3])', 6],
    ['min(0.3, 0.1)', 0.1],
    ['max([date("2026-01-01"), date("2027-01-01")])', '2027-01-01'],
    ['min(["b", "a"])', 'a'],
    ['stddev([2, 4, 7, 5])', 2.0816659994661326],
    ['abs(-0.1)', 0.1],
    ['abs(duration("-P1D"))', 'P1D'],
    ['modulo(-12, 5)', 3],
    ['modulo(10.1, -4.5)', -3.4],
    ['modulo(0.3, 0.1)', 0],
    ['sqrt(0.0025)', 0.05],
  ])('%s gives %j', (text, value) => {
    expect(result(text)).toEqual(value);
  });

  test.each([
    ['decimal(2.675, 2)', 2.68],
    ['decimal(2.665, 2)', 2.66],
    ['decimal(n: 2.5, scale: 0)', 2],
    ['decimal(1250, -2)', 1200],
    ['floor(-1.5)', -2],
    ['floor(1.239, 2)', 1.23],
    ['ceiling(-1.5)', -1],
    ['ceiling(1.001, 2)', 1.01],
    ['round up(5.5, 0)', 6],
    ['round up(-5.1, 0)', -6],
    ['round down(-5.9, 0)', -5],
    ['round half up(1.005, 2)', 1.01],
    ['round half up(-5.5, 0)', -6],
    ['round half down(5.5, 0)', 5],
    ['round half down(-2.51, 0)', -3],
    ['round half up(1.0049999, 2)', 1],
  ])('%s rounds to %j', (text, value) => {
    expect(result(text)).toBe(value);
  });

  test.each([
    ['1 / 0', "Can't divide {left} by {right}"],
    ['9007199254740993 - 1', 'A whole number is beyond 2^53'],
    ['9007199254740991 + 1', 'The result is no data'],
    ['sum([1, null])', 'sum expects numbers'],
    ['min([1, "a"])', 'min expects numbers'],
    ['floor(null)', 'floor has no value for what it was given'],
    ['sqrt(-1)', 'sqrt has no value for what it was given'],
    ['modulo(1, 0)', 'modulo has no value for what it was given'],
    ['date("2026-01-01") + date("2026-01-02")', "Can't add {right} to {left}"],
    ['date("2026-01-01") - 1', "Can't subtract {right} from {left}"],
  ])('%s fails aloud', (text, fault) => {
    expect(result(text)).toEqual({ fault: `${fault} in =${text}` });
  });

  test('amounts in grosze and in złote agree, whatever they are', () => {
    const grosze = integer({ min: -10_000_000_000, max: 10_000_000_000 });
    assert(
      property(grosze, grosze, (a, b) => {
        const variables = { a: a / 100, b: b / 100, ga: a, gb: b };
        expect(result('a + b = (ga + gb) / 100', variables)).toBe(true);
        expect(result('a - b = (ga - gb) / 100', variables)).toBe(true);
        expect(result('round half up(a, 1) = round half up(ga, -1) / 100', variables)).toBe(true);
      }),
    );
  });
});
