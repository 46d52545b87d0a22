import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../processes/language/ids.ts';
import { evaluate, readExpression } from '../../../workflows/engine/feel.ts';

const variables: JsonObject = {
  income: 82300,
  threshold: 82300,
  late: false,
  filedOn: '2026-09-15',
  at: '2026-11-23T12:00:00.000Z',
  members: [{ kwota: 5 }, { kwota: 7 }],
  number: 'SP1.4431.1.2026',
  name: 'Łucja',
  nothing: null,
  term: 'P14D',
  parameters: { stipThreshold: 82300 },
};
/** 00:30 in Warsaw on the 24th, still the 23rd in UTC */
const now = '2026-11-23T23:30:00.000Z';
const result = (text: string) => {
  const read = readExpression(text);
  if ('problem' in read) return read;
  const value = evaluate(read, (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined), now);
  return value.ok ? value.value : value;
};

describe('an expression', () => {
  test.each([
    ['=income <= threshold and late = false', true],
    ['income > parameters.stipThreshold', false],
    ['sum(for m in members return m.kwota)', 12],
    ['sum(members.kwota)', 12],
    ['members[kwota > 5]', [{ kwota: 7 }]],
    ['some m in members satisfies m.kwota > 6', true],
    ['{ a: 1, b: a + 1 }', { a: 1, b: 2 }],
    ['"Pani " + name // greeting', 'Pani Łucja'],
    ['if nothing = null then "none" else nothing', 'none'],
    ['number("12") + 1', 13],
    ['string length("abc")', 3],
  ])('%s gives %j', (text, value) => {
    expect(result(text)).toEqual(value);
  });

  test('sees a variable under the name of a function, where it is not called', () => {
    expect(result('number')).toBe('SP1.4431.1.2026');
  });

  test.each([
    ['missing > 1', "Variable 'missing' not found in =missing > 1"],
    ['parameters.missing', "Key 'missing' not found in {target} in =parameters.missing"],
    ['nothing + 1', "Can't add {right} to {left} in =nothing + 1"],
    ['name + 1', "Can't add {right} to {left} in =name + 1"],
    ['9007199254740993', 'The result is no data in =9007199254740993'],
    ['function(x) x', 'The result is no data in =function(x) x'],
    [
      'kpaTerm(name, "P7D")',
      'kpaTerm expects a date and a duration of whole days, weeks, months or years in =kpaTerm(name, "P7D")',
    ],
  ])('%s fails aloud and tells no value', (text, detail) => {
    expect(result(text)).toEqual({ ok: false, failure: 'expressionFailed', detail });
  });

  test('fails each time anew, and its fault does not stick', () => {
    const read = readExpression('x + 1');
    if ('problem' in read) throw new Error('Expected an expression');
    expect(evaluate(read, () => undefined, now).ok).toBe(false);
    expect(evaluate(read, () => 1, now)).toEqual({ ok: true, value: 2 });
    expect(evaluate(read, () => undefined, now).ok).toBe(false);
  });

  test.each([
    ['1 +', 'unexpected input at character 4'],
    ['income threshold', 'unusable name income threshold'],
    ['=', 'empty'],
    ['1) + (2', 'unexpected input at character 2'],
  ])('%s is refused when the model is compiled', (text, problem) => {
    expect(result(text)).toEqual({ problem });
  });

  test('knows which variables it reads', () => {
    expect(readExpression('=contains(name, "a") and today() > filedOn')).toEqual({
      feel: 'contains(name, "a") and today() > filedOn',
      reads: ['filedOn', 'name', 'today'],
    });
  });
});

describe('dates in variables', () => {
  test.each([
    ['filedOn > date("2026-09-10")', true],
    ['date(filedOn) + duration("P1D")', '2026-09-16'],
    ['filedOn + duration(term)', '2026-09-29'],
    ['filedOn.month', 9],
    ['string(filedOn)', '2026-09-15'],
    ['at < now()', true],
    ['today() - filedOn', 'P70D'],
    ['date and time("2026-01-01T10:00:00")', '2026-01-01T09:00:00.000Z'],
  ])('%s gives %j', (text, value) => {
    expect(result(text)).toEqual(value);
  });

  test('today is the day in Warsaw, now the instant', () => {
    expect(result('today()')).toBe('2026-11-24');
    expect(result('now()')).toBe(now);
    expect(result('now().hour')).toBe(0);
  });

  test('kpaTerm counts by art. 57 KPA: 14 days from 10 October 2026 end on a Saturday, so on Monday', () => {
    expect(result('kpaTerm(date("2026-10-10"), "P14D")')).toBe('2026-10-26');
    expect(result('kpaTerm(filedOn, term)')).toBe('2026-09-29');
    expect(result('kpaTerm(now(), duration("P1D"))')).toBe('2026-11-25');
  });
});
