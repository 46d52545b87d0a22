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

  test.each([
    ['inside a filter', 'members[kwota > missing]', 'missing'],
    ['as an index', 'members[missing]', 'missing'],
    ['in a loop', 'for m in members return m.kwota + missing', 'missing'],
    ['as what is looped over', 'for m in missing return m', 'missing'],
    ['in some', 'some m in members satisfies m.kwota = missing', 'missing'],
    ['in every', 'every m in members satisfies missing', 'missing'],
    ['in a branch that is taken', 'if late then 1 else missing', 'missing'],
    ['in a condition', 'if missing then 1 else 2', 'missing'],
    ['in an entry of a context', '{ a: missing }', 'missing'],
    ['in a list', '[missing]', 'missing'],
    ['as an argument', 'string length(missing)', 'missing'],
    ['as a named argument', 'round half up(n: missing, scale: 2)', 'missing'],
    ['as a function', 'missing(1)', 'missing'],
    ['compared with null', 'missing = null', 'missing'],
    ['in a range', '5 in [missing..10]', 'missing'],
    ['in between', 'income between missing and 2', 'missing'],
    ['beside and', 'true and missing', 'missing'],
    ['beside or', 'false or missing', 'missing'],
    ['in the body of a function', '{ f: function(x) x + missing, r: f(1) }.r', 'missing'],
  ])('an unknown name %s fails aloud: %s', (_, text, name) => {
    expect(result(text)).toEqual({
      ok: false,
      failure: 'expressionFailed',
      detail: expect.stringContaining(`Variable '${name}' not found`),
    });
  });

  test.each([
    ['if late then missing else "on time"', 'on time'],
    ['nothing != null and nothing.amount > 5', false],
    ['nothing = null or nothing.amount > 5', true],
    ['members[kwota = 5 or item.missing = 1][1].kwota', { ok: false }],
    ['null and true', null],
    ['null and false', false],
    ['null or true', true],
    ['null or false', null],
    ['"yes" and true', null],
    ['nothing = null', true],
    ['nothing != 5', true],
    ['5 = nothing', false],
    ['nothing < 5', null],
    ['not(nothing)', null],
    ['if nothing then 1 else 2', 2],
    ['if "yes" then 1 else 2', 2],
    ['if members = [] then 1 else if late then 2 else 3', 3],
  ])("what is not asked does not fail, and null is FEEL's: %s", (text, value) => {
    if (typeof value === 'object' && value) expect(result(text)).toMatchObject(value);
    else expect(result(text)).toBe(value);
  });

  test('a path on null is an unknown name', () => {
    expect(result('nothing.amount')).toMatchObject({ ok: false, failure: 'expressionFailed' });
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
