import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../../processes/language/ids.ts';
import type { Decision } from '../../../../workflows/engine/dmn/decision.ts';
import { evaluateDecision } from '../../../../workflows/engine/dmn/evaluate.ts';
import { draw, problemsOf } from '../drawing.ts';
import { decide, elements, flow, out, table, text, type Row } from './tables.ts';

describe('hit policies', () => {
  const priorities = `<outputValues>${text('"high", "middle", "low"')}</outputValues>`;
  const rows: Row[] = [
    // Arithmetic hides from the compiler that the rules overlap, which some policies forbid.
    { tests: ['? < 9 + 1'], gives: ['"low"'] },
    { tests: ['? < 19 + 1'], gives: ['"high"'] },
    { tests: ['? < 29 + 1'], gives: ['"low"'] },
  ];
  const words = (policy: string, n: number) =>
    decide(table(`hitPolicy="${policy}"`, ['n'], [out('o', priorities)], rows), { n });
  test.each([
    ['UNIQUE', 25, 'low'],
    ['UNIQUE', 15, 'Decision d: 2 rules match where only one may'],
    ['UNIQUE', 99, null],
    ['FIRST', 15, 'high'],
    ['PRIORITY', 5, 'high'],
    ['PRIORITY', 25, 'low'],
    ['ANY', 25, 'low'],
    ['ANY', 15, 'Decision d: Matching rules disagree'],
    ['RULE ORDER', 5, ['low', 'high', 'low']],
    ['OUTPUT ORDER', 5, ['high', 'low', 'low']],
    ['COLLECT', 5, ['low', 'high', 'low']],
    ['COLLECT', 99, []],
    ['RULE ORDER', 99, []],
  ])('%s with %d gives %j', async (policy, n, result) => {
    expect(await words(policy, n)).toEqual(result);
  });

  const amounts: Row[] = [
    { tests: ['< 10'], gives: ['5'] },
    { tests: ['< 20'], gives: ['7'] },
    { tests: ['< 30'], gives: ['5'] },
  ];
  test.each([
    ['SUM', 5, 17],
    ['MIN', 15, 5],
    ['MAX', 15, 7],
    ['COUNT', 5, 3],
    ['COUNT', 99, 0],
    ['MIN', 99, null],
    ['SUM', 99, null],
  ])('COLLECT %s with %d gives %j', async (aggregation, n, result) => {
    const collect = table(`hitPolicy="COLLECT" aggregation="${aggregation}"`, ['n'], [out('o')], amounts);
    expect(await decide(collect, { n })).toEqual(result);
  });

  test('a sum of what is no number is an incident', async () => {
    const collect = table('hitPolicy="COLLECT" aggregation="SUM"', ['n'], [out('o')], [{ tests: ['-'], gives: ['n'] }]);
    expect(await decide(collect, { n: 'five' })).toBe('Decision d: SUM needs numbers');
  });

  test('UNIQUE is meant where no policy is written; a default output answers when no rule does', async () => {
    const fallback = out('o', `<defaultOutputEntry>${text('"none"')}</defaultOutputEntry>`);
    expect(await decide(table('', ['n'], [fallback], rows), { n: 99 })).toBe('none');
    expect(await decide(table('', ['n'], [fallback], rows), { n: 15 })).toMatch('2 rules match');
  });

  test('several outputs come as a context, the first of them ranking before the second', async () => {
    const two = table(
      'hitPolicy="PRIORITY"',
      ['n'],
      [out('a', priorities), out('b', `<outputValues>${text('2, 1')}</outputValues>`)],
      [
        { tests: ['-'], gives: ['"low"', '2'] },
        { tests: ['-'], gives: ['"high"', '1'] },
        { tests: ['-'], gives: ['"high"', '2'] },
      ],
    );
    expect(await decide(two, { n: 1 })).toEqual({ a: 'high', b: 2 });
  });
});

describe('a cell', () => {
  const holds = async (cell: string, v: JsonObject[string], more: JsonObject = {}) =>
    (await decide(table('', ['v'], [out('o')], [{ tests: [cell], gives: ['true'] }]), { v, ...more })) ?? false;
  test.each<[string, JsonObject[string], boolean]>([
    ['-', null, true],
    ['5', 5, true],
    ['5, 7', 7, true],
    ['< 5, > 10', 11, true],
    ['< 5, > 10', 7, false],
    ['[1..3]', 3, true],
    ['(1..3)', 3, false],
    [']1..3[', 1, false],
    ['"a", "b"', 'b', true],
    ['not("a", "b")', 'c', true],
    ['not("a", "b")', 'a', false],
    ['not("a")', null, true],
    ['not(< 5)', 7, true],
    ['true', true, true],
    ['false', true, false],
    ['null', null, true],
    ['null', 1, false],
    ['< 5', null, false],
    ['< 5', 'text', false],
    ['? > 5 and ? < limit', 7, true],
    ['? > 5 and ? < limit', 9, false],
    ['contains(?, "b")', 'abc', true],
    ['< limit', 7, true],
    ['limit', 8, true],
    ['words', 'b', true],
    ['words', 'z', false],
    ['["a", "b"]', 'a', true],
    ['limit - 1', 7, true],
    ['date("2026-01-01")', '2026-01-01', true],
    ['>= date("2026-01-01")', '2025-12-31', false],
    ['[date("2026-01-01")..date("2026-06-30")]', '2026-03-01', true],
    ['"2026"', '2026', true],
    ['"a, b", "c"', 'a, b', true],
    ['"a, b"', 'a', false],
    ['[1..2), (5..6]', 6, true],
    ['[1..2), (5..6]', 5, false],
    ['not([1..2), (5..6])', 5, true],
    ['-5', -5, true],
    ['[-2..-1]', -1.5, true],
    ['!= 5', 6, true],
    ['= 5', 5, true],
    ['limit > 7', 'whatever', true],
    ['limit < 7', 'whatever', false],
    ['limit < 7', false, true],
    ['contains("abc", "b")', 'whatever', true],
    ['list contains(words, ?)', 'b', true],
    ['max(limit, 3)', 8, true],
    ['? in [1..3]', 3, true],
    ['? between 1 and 3', 4, false],
    ['? * 2 > limit', 5, true],
    ['?.age > 3', { age: 4 }, true],
    ['count(?) > 1', [1, 2], true],
    ['date and time("2026-01-01T10:00:00Z")', '2026-01-01T10:00:00.000Z', true],
    ['> date("2026-01-01") + duration("P1D")', '2026-01-03', true],
    ['some w in words satisfies w = ?', 'a', true],
  ])('%s on %j is %j', async (cell, v, result) => {
    expect(await holds(cell, v, { limit: 8, words: ['a', 'b'] })).toBe(result);
  });

  test('that reads an unknown variable is an incident, never a miss', async () => {
    expect(await holds('< missing', 5)).toMatch("Variable 'missing' not found");
  });
});

describe('decisions', () => {
  const literal = (id: string, expression: string, ...requires: string[]): string =>
    `<decision id="${id}" name="${id}"><variable name="${id}Value"/>${requires
      .map((required) => `<informationRequirement><requiredDecision href="#${required}"/></informationRequirement>`)
      .join('')}<literalExpression>${text(expression)}</literalExpression></decision>`;

  test('are evaluated after those they require, which they see by the name of their variable', async () => {
    const decisions =
      literal('d', 'aValue + bValue', 'a', 'b') + literal('a', 'n * 2') + literal('b', 'aValue + 1', 'a');
    expect(await decide(decisions, { n: 3, aValue: 999 })).toBe(13);
  });

  test('that nothing calls stay out of the graph', async () => {
    const graph = await draw(elements, flow, literal('d', 'a', 'a') + literal('a', '1') + literal('other', '2'));
    expect(Object.keys(graph.decisions).sort()).toEqual(['a', 'd']);
  });

  const codes = async (decisions?: string) =>
    (await problemsOf(elements, flow, decisions)).map(({ at, code }) => `${at} ${code}`);
  test.each([
    ['an unknown decision', literal('other', '1'), ['x model.decisionUnknown']],
    ['no decisions at all', undefined, ['x model.decisionUnknown']],
    ['a requirement that leads nowhere', literal('d', '1', 'gone'), ['d model.decisionUnknown']],
    ['a circle', literal('d', 'a', 'a') + literal('a', 'd', 'd'), ['d model.decisionCircle']],
    ['logic it does not know', '<decision id="d" name="d"/>', ['d model.decisionLogicUnknown']],
    ['a broken literal', literal('d', '1 +'), ['d model.expressionInvalid']],
    ['an unknown hit policy', table('hitPolicy="BEST"', ['n'], [out('o')], []), ['d model.hitPolicyUnknown']],
    [
      'an unknown aggregation',
      table('hitPolicy="COLLECT" aggregation="MEDIAN"', ['n'], [out('o')], []),
      ['d model.aggregationUnknown'],
    ],
    [
      'a sum of several outputs',
      table('hitPolicy="COLLECT" aggregation="SUM"', ['n'], [out('o'), out('p')], []),
      ['d model.aggregationOfSeveral'],
    ],
    [
      'broken cells',
      table('', ['n'], [out('o')], [{ tests: ['< <'], gives: ['"a'] }]),
      ['d model.cellInvalid', 'd model.expressionInvalid'],
    ],
  ])('with %s are refused', async (_name, decisions, expected) => {
    expect(await codes(decisions)).toEqual(expected);
  });
});

test('a graph that 0.1 compiled runs as it did: no types, no knowledge, priorities on any table', () => {
  const n = { feel: 'n', reads: ['n'] };
  const compiled: Record<string, Decision> = {
    base: { id: 'base', name: 'Base', variable: 'base', requires: [], logic: { kind: 'literal', expression: n } },
    d: {
      id: 'd',
      name: 'D',
      variable: 'd',
      requires: ['base'],
      logic: {
        kind: 'table',
        hitPolicy: 'UNIQUE',
        inputs: [{ feel: 'base', reads: ['base'] }],
        outputs: [{ name: 'o', values: { feel: '["a", "b"]', reads: [] } }],
        rules: [
          { tests: [{ feel: '(_input in (< 5))', reads: ['_input'] }], outputs: [{ feel: '"a"', reads: [] }] },
          { tests: [null], outputs: [{ feel: '"c"', reads: [] }] },
        ],
      },
    },
  };
  const at = (value: number) =>
    evaluateDecision(compiled, 'd', (name) => (name === 'n' ? value : undefined), '2026-01-01T00:00:00.000Z');
  expect(at(7)).toEqual({ ok: true, value: 'c' });
  expect(at(3)).toMatchObject({ ok: false, detail: 'Decision d: 2 rules match where only one may' });
});
