import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseDecisions } from '../../../../activities/models/parse.ts';
import { adviseOn } from '../../../../workflows/engine/dmn/advice.ts';
import { languages } from '../../../../processes/language/text.ts';
import { textsOf } from '../../../../ui/texts/texts.ts';
import { dmn, problemsOf } from '../drawing.ts';
import { elements, flow, out, table, text, type Row } from './tables.ts';

const input = (expression: string, type: string, values = ''): string =>
  `<input><inputExpression typeRef="${type}">${text(expression)}</inputExpression>${values && `<inputValues>${text(values)}</inputValues>`}</input>`;
/** One line per rule: cells, then what they give behind `->`. */
const rules = (lines: string): Row[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [cells = '', gives = ''] = line.split('->');
      return { tests: cells.split('|').map((cell) => cell.trim()), gives: [gives.trim()] };
    });
const drawn = (policy: string, inputs: string[], lines: string, output = out('o')): string =>
  table(`hitPolicy="${policy}"`, inputs, [output], rules(lines));
const found = async (decisions: string) =>
  (await problemsOf(elements, flow, decisions)).map(
    ({ code, values = {} }) => `${code} ${Object.values(values).join(' ')}`,
  );
const advice = async (decisions: string) => {
  const parsed = await parseDecisions(decisions.startsWith('<?xml') ? decisions : dmn(decisions));
  if (!parsed.ok) throw new Error('Expected a file that can be read but it cannot');
  return adviseOn(parsed.value.definitions).map(({ at, code, values = {} }) =>
    `${at} ${code} ${Object.values(values).join(' ')}`.trim(),
  );
};

const n = input('n', 'number');
const day = input('day', 'date');
const colour = input('colour', 'string', '"red", "green", "blue"');
const word = input('word', 'string');
const yes = input('yes', 'boolean');

describe('overlapping rules under UNIQUE are refused with both rules and an example', () => {
  test.each([
    ['at one point', [n], '<= 5 -> 1 \n >= 5 -> 2', ['model.rulesOverlap 1 2 n = 5']],
    ['between two numbers', [n], '[1..10] -> 1 \n (9.5..12] -> 2', ['model.rulesOverlap 1 2 n = 9.8']],
    ['between two hundredths', [n], '< 0.02 -> 1 \n > 0.01 -> 2', ['model.rulesOverlap 1 2 n = 0.015']],
    ['not where the bound is open', [n], '< 5 -> 1 \n [5..7) -> 2 \n 7 -> 3 \n ]7..9] -> 4 \n > 9 -> 5', []],
    ['not where another input parts them', [n, colour], '< 5 | "red" -> 1 \n < 6 | "green", "blue" -> 2', []],
    [
      'in several inputs',
      [n, colour, yes],
      '- | not("red") | true -> 1 \n > 3 | "red", "blue" | - -> 2',
      ['model.rulesOverlap 1 2 n = 4; colour = "blue"; yes = true'],
    ],
    ['for any other word', [word], 'not("a") -> 1 \n not("b") -> 2', ['model.rulesOverlap 1 2 word = "…"']],
    ['for null', [n], 'null -> 1 \n not(>= 5) -> 2', ['model.rulesOverlap 1 2 n = null']],
    [
      'on a day',
      [day],
      '<= date("2026-08-31") -> 1 \n [date("2026-08-31")..date("2026-12-31")] -> 2',
      ['model.rulesOverlap 1 2 day = "2026-08-31"'],
    ],
    ['not between a day and the next', [day], '<= date("2026-08-31") -> 1 \n > @"2026-08-31" -> 2', []],
    [
      'at an instant',
      [input('at', 'dateTime')],
      '<= date and time("2026-08-31T10:00:00Z") -> 1 \n >= date and time("2026-08-31T10:00:00Z") -> 2',
      ['model.rulesOverlap 1 2 at = "2026-08-31T10:00:00.000Z"'],
    ],
    ['said by conditions', [n], '? > 3 and ? <= 8 -> 1 \n ? = 8 or ? < 0 -> 2', ['model.rulesOverlap 1 2 n = 8']],
    ['not where allowed values leave nothing', [input('n', 'number', '[0..4], [6..9]')], '< 6 -> 1 \n > 4 -> 2', []],
    ['everywhere', [n], '- -> 1 \n - -> 1', ['model.rulesOverlap 1 2 ']],
    [
      'each pair',
      [n],
      '< 3 -> 1 \n < 2 -> 2 \n < 1 -> 3',
      ['model.rulesOverlap 1 2 n = 1', 'model.rulesOverlap 1 3 n = 0', 'model.rulesOverlap 2 3 n = 0'],
    ],
    ['not where a cell is a general expression', [n], '< limit -> 1 \n < 5 -> 2', []],
    ['not where another cell parts them whatever it is', [n, yes], '< limit | true -> 1 \n - | false -> 2', []],
  ])('%s', async (_name, inputs, lines, expected) => {
    expect(await found(drawn('UNIQUE', inputs, lines))).toEqual(expected);
  });
});

describe('ANY', () => {
  test('refuses overlapping rules that give different things, and no others', async () => {
    expect(await found(drawn('ANY', [n], '< 5 -> "a" \n < 7 -> "a" \n > 6 -> "b"'))).toEqual([
      'model.rulesDisagree 2 3 n = 6.5',
    ]);
    expect(await found(drawn('ANY', [n], '< 5 -> n \n < 7 -> n * 1'))).toEqual([]);
  });
});

describe('rules that nothing reaches under FIRST are refused', () => {
  test.each([
    ['behind a rule for everything', [n], '- -> 1 \n 5 -> 2', ['model.ruleUnreachable 2']],
    ['behind two that cover it together', [n], '< 5 -> 1 \n > 3 -> 2 \n [2..8] -> 3', ['model.ruleUnreachable 3']],
    ['not behind a hole', [n], '< 5 -> 1 \n > 5 -> 2 \n [2..8] -> 3', []],
    ['behind all allowed values', [colour], '"red" -> 1 \n "green", "blue" -> 2 \n - -> 3', []],
    ['for a value that is not allowed', [colour], '"red" -> 1 \n "pink" -> 2', ['model.ruleUnreachable 2']],
    ['behind both truths, except for null', [yes], 'true -> 1 \n false -> 2 \n - -> 3', []],
    [
      'behind both truths and null',
      [yes],
      'true -> 1 \n false -> 2 \n null -> 3 \n - -> 4',
      ['model.ruleUnreachable 4'],
    ],
    ['not behind a general expression', [n], '< limit -> 1 \n - -> 2', []],
    ['even where it is a general expression itself', [n], '- -> 1 \n < limit -> 2', ['model.ruleUnreachable 2']],
    [
      'across inputs',
      [n, yes],
      '< 5 | true -> 1 \n >= 5 | true -> 2 \n - | false, null -> 3 \n null | - -> 4 \n 7 | - -> 5',
      ['model.ruleUnreachable 5'],
    ],
  ])('%s', async (_name, inputs, lines, expected) => {
    expect(await found(drawn('FIRST', inputs, lines))).toEqual(expected);
  });
});

describe('advice', () => {
  const gap = (example: string) => [`d model.tableGap ${example}`];
  test.each([
    ['a number nobody thought of', [n], '< 5 -> 1 \n > 5 -> 2', gap('n = 5')],
    ['a range nobody thought of', [n], '<= 5 -> 1 \n >= 5.01 -> 2', gap('n = 5.005')],
    ['a bound nobody thought of', [n], '[0..5] -> 1 \n > 5 -> 2', gap('n = -1')],
    ['a day', [day], '< date("2026-08-31") -> 1 \n > date("2026-08-31") -> 2', gap('day = "2026-08-31"')],
    ['no gap between days', [day], '<= date("2026-08-31") -> 1 \n >= date("2026-09-01") -> 2', []],
    ['an allowed value', [colour], '"red" -> 1 \n "green" -> 2', gap('colour = "blue"')],
    [
      'a combination',
      [colour, yes],
      '"red" | - -> 1 \n not("red") | true -> 2 \n "green" | false -> 3',
      gap('colour = "blue"; yes = false'),
    ],
    ['no gap in words that are not enumerated', [word], '"a" -> 1 \n "b" -> 2', []],
    ['no gap where allowed values end', [input('n', 'number', '[0..10]')], '<= 5 -> 1 \n > 5 -> 2', []],
    ['no gap in null', [yes], 'true -> 1 \n false -> 2', []],
    ['a table of no rule', [yes], '', gap('')],
    ['a gap beside a general expression', [n, yes], '< limit | true -> 1 \n - | true -> 2', gap('yes = false')],
    ['a table that a general expression hides', [n], '< limit -> 1', ['d model.tableNotAnalysed']],
    ['no doubt where the rest covers all', [n], '< limit -> 1 \n - -> 2', []],
  ])('names %s', async (_name, inputs, lines, expected) => {
    expect(await advice(table('hitPolicy="FIRST"', inputs, [out('o')], lines === '' ? [] : rules(lines)))).toEqual(
      expected.map((each) => each.trim()),
    );
  });

  test('doubts UNIQUE tables whose overlaps a general expression hides', async () => {
    expect(await advice(drawn('UNIQUE', [n], '< limit -> 1 \n - -> 2'))).toEqual(['d model.tableNotAnalysed']);
  });

  test('says nothing where a default answers or a collection may be empty', async () => {
    const fallback = out('o', `<defaultOutputEntry>${text('0')}</defaultOutputEntry>`);
    expect(await advice(drawn('UNIQUE', [n], '< 5 -> 1', fallback))).toEqual([]);
    expect(await advice(drawn('COLLECT', [n], '< 5 -> 1'))).toEqual([]);
  });

  test('refuses no deployment', async () => {
    expect(await found(drawn('UNIQUE', [n], '< 5 -> 1'))).toEqual([]);
  });

  test('has nothing against our own procedures', async () => {
    expect(await advice(readFileSync('processes/stypendium-szkolne/decisions.dmn', 'utf8'))).toEqual([]);
  });

  test('gives up where a table is too entangled, and in good time', async () => {
    const bits = Array.from({ length: 40 }, (_, index) => input(`b${index}`, 'boolean'));
    const even = Array.from({ length: 40 }, (_, index) =>
      bits.map((_, at) => (at === index ? 'true' : at === (index * 7 + 3) % 40 ? 'false' : '-')).join(' | '),
    );
    expect(await advice(drawn('FIRST', bits, even.map((line) => `${line} -> 1`).join('\n')))).toEqual([
      expect.stringMatching(/^d model\.(tableGap|tableNotAnalysed)/),
    ]);
  });
});

describe('a table is refused', () => {
  test.each([
    ['without outputs', table('', ['n'], [], []), ['model.outputMissing ']],
    ['with two outputs of a name', table('', ['n'], [out('o'), out('o')], []), ['model.nameTaken o']],
    [
      'with a rule of too few cells',
      table('', ['n', 'm'], [out('o')], [{ tests: ['1'], gives: ['1'] }]),
      ['model.ruleIncomplete '],
    ],
    [
      'with an aggregation that is none',
      table('hitPolicy="FIRST" aggregation="SUM"', ['n'], [out('o')], []),
      ['model.aggregationMisplaced SUM FIRST'],
    ],
    [
      'with a sum of texts',
      table('hitPolicy="COLLECT" aggregation="SUM"', ['n'], ['<output name="o" typeRef="string"/>'], []),
      ['model.aggregationMisfit SUM string'],
    ],
    [
      'with a least truth',
      table('hitPolicy="COLLECT" aggregation="MIN"', ['n'], ['<output name="o" typeRef="boolean"/>'], []),
      ['model.aggregationMisfit MIN boolean'],
    ],
    [
      'that sums a text',
      table('hitPolicy="COLLECT" aggregation="SUM"', ['n'], [out('o')], [{ tests: ['1'], gives: ['"a"'] }]),
      ['model.valueMisfit "a" number'],
    ],
    [
      'that ranks outputs without an order',
      table('hitPolicy="PRIORITY"', ['n'], [out('o')], []),
      ['model.prioritiesMissing PRIORITY'],
    ],
  ])('%s', async (_name, decisions, expected) => {
    expect(await found(decisions)).toEqual(expected);
  });
});

test('every problem of decisions has a sentence in each language', () => {
  const sources = readdirSync('workflows/engine/dmn').map((file) =>
    readFileSync(`workflows/engine/dmn/${file}`, 'utf8'),
  );
  const codes = new Set(
    sources.flatMap((source) => source.match(/'model\.\w+'/g) ?? []).map((code) => code.slice(1, -1)),
  );
  expect(codes.size).toBeGreaterThan(25);
  for (const language of languages)
    for (const code of codes) expect(Object.keys(textsOf(language).problem)).toContain(code);
});
