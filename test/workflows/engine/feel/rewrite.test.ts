import { describe, expect, test } from '@jest/globals';
import { assert, letrec, constantFrom, integer, oneof, property, tuple, type Arbitrary } from 'fast-check';
import { evaluate as evaluateFeelin } from 'feelin';
import type { JsonObject } from '../../../../processes/language/ids.ts';
import { evaluate, readExpression } from '../../../../workflows/engine/feel.ts';
import { rewrite } from '../../../../workflows/engine/feel/rewrite.ts';
import { toJson } from '../../../../workflows/engine/feel/values.ts';

const variables: JsonObject = {
  a: 3,
  b: -2,
  yes: true,
  no: false,
  nothing: null,
  name: 'Anna',
  rows: [
    { k: 1, on: true },
    { k: 5, on: false },
  ],
};

/** Expressions of whole numbers, truth values and lists, nested a few levels; in whole numbers feelin counts right. */
const expressions = letrec<{ number: string; truth: string; list: string; leaf: string }>((tie) => {
  const joined = (...parts: (Arbitrary<string> | string)[]): Arbitrary<string> =>
    tuple(...parts.map((part) => (typeof part === 'string' ? constantFrom(part) : part))).map((texts) =>
      texts.join(''),
    );
  const [number, truth, list] = [tie('number'), tie('truth'), tie('list')];
  return {
    leaf: oneof(integer({ min: 0, max: 9 }).map(String), constantFrom('a', 'b')),
    number: oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie('leaf'),
      joined('(', number, constantFrom(' + ', ' - ', '*', ' // remark\n + '), number, ')'),
      joined('if ', truth, ' then ', number, ' else ', number).map((text) => `(${text})`),
      joined('sum([', number, ', ', number, '])'),
      joined('(-', number, ')'),
      joined('{ c: ', number, ', d: c + 1 }.d'),
      joined('count(', list, ')'),
    ),
    truth: oneof(
      { maxDepth: 4, withCrossShrink: true },
      constantFrom('yes', 'no', 'nothing', 'name = "Anna"'),
      joined('(', truth, constantFrom(' and ', ' or '), truth, ')'),
      joined('(', number, constantFrom(' < ', ' >= ', ' = ', ' != '), number, ')'),
      joined('not(', truth, ')'),
      joined('(some x in ', list, ' satisfies x.k > ', number, ')'),
      joined('(every x in ', list, ' satisfies x.on or ', truth, ')'),
      joined('(', number, ' in [', number, '..', '20])'),
    ),
    list: oneof(
      { maxDepth: 3, withCrossShrink: true },
      constantFrom('rows'),
      joined('rows[k > ', number, ']'),
      joined('rows[on and k > ', number, ']'),
      joined('rows[item.k = ', number, ' or ', truth, ']'),
      joined('(for r in rows return { k: r.k + ', number, ', on: r.on or ', truth, ' })'),
    ),
  };
});

const own = (text: string) => {
  const read = readExpression(text);
  if ('problem' in read) throw new Error(`Expected ${text} to parse but ${read.problem}`);
  const result = evaluate(read, (name) => variables[name], '2026-11-23T12:00:00.000Z');
  return result.ok ? result.value : { fault: result.detail };
};

describe('putting the engine’s functions into an expression', () => {
  test('changes nothing where feelin is right', () => {
    assert(
      property(oneof(expressions.number, expressions.truth, expressions.list), (text) => {
        expect(own(text)).toEqual(toJson(evaluateFeelin(text, variables).value));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['a + b', '_·add(a, b)'],
    ['round half up(a, 2)', '_·round_half_up(a, 2)'],
    ['count(rows)', 'count(rows)'],
    ['{ sum: a }', '{ sum: a }'],
    ['1e3', '1.0e3'],
    ['"1 + 1"', '"1 + 1"'],
    ['-a', '-a'],
  ])('%s is computed as %s', (feel, written) => {
    expect(rewrite(feel).feel).toBe(written);
  });
});
