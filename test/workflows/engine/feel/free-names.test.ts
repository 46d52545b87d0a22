import { describe, expect, test } from '@jest/globals';
import { entriesTaken, freeNames } from '../../../../workflows/engine/feel/free-names.ts';
import { givenNames } from '../../../../workflows/engine/feel/given-names.ts';

describe('the names an expression asks for', () => {
  test.each([
    ['income <= threshold', ['income', 'threshold']],
    ['parameters.stipBase * 2', ['parameters']],
    ['for m in members return m.income + extra', ['extra', 'members']],
    ['for m in members, c in m.children return c', ['members']],
    ['for i in 1..3 return i + sum(partial)', []],
    ['some m in members satisfies m.age > limit', ['limit', 'members']],
    ['{ a: base, b: a + 1, "c d": b }.b', ['base']],
    ['{ a: b, b: 1 }', ['b']],
    ['{ f: function(x, y) x + rate, r: f(1, 2) }.r', ['rate']],
    ['(function(x: number) x)(y)', ['y']],
    ['members[income > limit][1].name', ['members']],
    ['kpaTerm(today(), "P7D") < now()', []],
    ['sum(members.income) + cuont(members)', ['cuont', 'members']],
    ['number + number("1")', []],
    ['x instance of number', ['x']],
    ['if a then b else c', ['a', 'b', 'c']],
    ['round half up(n: kwota, scale: 2)', ['kwota']],
    ['kwota in [low..high]', ['high', 'kwota', 'low']],
    ['"text" // remark about nothing', []],
  ])('%s asks for %j', (feel, names) => {
    expect(freeNames(feel)).toEqual(names);
  });

  test.each([
    ['parameters.base * parameters.rate + other.base', ['base', 'rate']],
    ['for m in members return m.income > parameters.limit', ['limit']],
    ['members[income > parameters.limit]', []],
    ['function(parameters) parameters.base', []],
    ['parameters', []],
  ])('%s takes %j of the parameters', (feel, names) => {
    expect(entriesTaken(feel, 'parameters')).toEqual(names);
  });

  test.each([
    ['{ a: 1, "b": 2 }', ['a', 'b']],
    ['{ x: 1, result: { a: x, b: 2 } }.result', ['a', 'b']],
    ['({ a: 1 })', ['a']],
    ['context put(base, "a", 1)', undefined],
    ['if a then { b: 1 } else { c: 1 }', undefined],
  ])('%s gives %j', (feel, names) => {
    expect(givenNames(feel)).toEqual(names);
  });
});
