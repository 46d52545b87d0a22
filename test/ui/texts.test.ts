import { describe, expect, test } from '@jest/globals';
import { count, fill, plural } from '../../ui/texts/plural.ts';
import { languages } from '../../processes/language/text.ts';
import { failureText, problemText, textsOf } from '../../ui/texts/texts.ts';

/** `problem.required` → sentence; the forms of a plural are left together. */
const sentences = (texts: object, prefix = ''): [string, unknown][] =>
  Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, unknown][] =>
    typeof value === 'object' && value !== null && !('other' in value && 'one' in value)
      ? sentences(value, `${prefix}${key}.`)
      : [[prefix + key, value]],
  );
const places = (text: unknown): string[] => [
  ...new Set([...JSON.stringify(text).matchAll(/\{\w+\}/g)].map(([place]) => place)),
];

describe('the texts', () => {
  const polish = new Map(sentences(textsOf('pl')));

  test.each(['en', 'uk'] as const)(
    '%s has exactly the sentences of Polish, with the same places to fill',
    (language) => {
      const own = new Map(sentences(textsOf(language)));
      expect([...own.keys()].toSorted()).toEqual([...polish.keys()].toSorted());
      const differing = [...own].filter(
        ([key, text]) => places(text).toSorted().join() !== places(polish.get(key)).toSorted().join(),
      );
      expect(differing.map(([key]) => key)).toEqual([]);
    },
  );

  test.each(['en', 'uk'] as const)('%s is not left in Polish', (language) => {
    const own = new Map(sentences(textsOf(language)));
    const same = [...own].filter(
      ([key, text]) => typeof text === 'string' && /[ąęłńśźż]/.test(text) && text === polish.get(key),
    );
    expect(same.map(([key]) => key)).toEqual(['form.currency']);
  });

  test.each(['pl', 'uk'] as const)('%s has every form its plurals need', (language) => {
    const counted = sentences(textsOf(language)).filter(([, text]) => typeof text === 'object');
    expect(counted.length).toBeGreaterThan(5);
    for (const [, text] of counted)
      expect(Object.keys(text as object).toSorted()).toEqual(['few', 'many', 'one', 'other']);
  });

  test('Polish counts days as people do', () => {
    const { left } = textsOf('pl').due;
    expect([1, 2, 5, 12, 22, 25].map((n) => count('pl', left, n))).toEqual([
      'został 1 dzień roboczy',
      'zostały 2 dni robocze',
      'zostało 5 dni roboczych',
      'zostało 12 dni roboczych',
      'zostały 22 dni robocze',
      'zostało 25 dni roboczych',
    ]);
  });

  test('a language that lacks a form uses the general one', () => {
    expect(count('pl', plural({ one: '{n} a', other: '{n} b' }), 2)).toBe('2 b');
  });

  test('values are put in their places and nothing else is touched', () => {
    expect(fill('{a} {b} {c}', { a: '{b}', b: 2 })).toBe('{b} 2 {c}');
  });

  test('every failure says what happened and what to do', () => {
    for (const language of languages)
      for (const code of Object.keys(textsOf('pl').failure)) {
        const { title, advice } = failureText(language, code as 'notFound');
        expect(`${title} ${advice}`.length).toBeGreaterThan(20);
      }
  });

  test('a problem with a code from elsewhere still gets a true sentence', () => {
    expect(problemText('en', { code: 'defaultFlowMissing' })).toBe('This place needs correcting (defaultFlowMissing)');
    expect(problemText('pl', { code: 'min', values: { bound: '0,01' } })).toBe('Wpisz wartość nie mniejszą niż 0,01');
    expect(problemText('en', { code: 'toString' })).toBe('This place needs correcting (toString)');
    expect(problemText('pl', { code: 'model.new-rule', values: { message: 'Element is too blue' } })).toBe(
      'Element is too blue',
    );
  });
});
