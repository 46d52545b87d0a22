import { describe, expect, test } from '@jest/globals';
import { draw, problemsOf } from '../drawing.ts';
import { decide, elements, flow, out, tableLogic, text } from './tables.ts';

const literal = (feel: string, type = ''): string => `<literalExpression ${type}>${text(feel)}</literalExpression>`;
const variable = (name: string, type = ''): string => `<variable name="${name}" ${type}/>`;
const entry = (name: string, logic: string, type = ''): string =>
  `<contextEntry>${name ? variable(name, type) : ''}${logic}</contextEntry>`;
const context = (...entries: string[]): string => `<context>${entries.join('')}</context>`;
const needs = (...ids: string[]): string =>
  ids.map((id) => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`).join('');
const decision = (logic: string, ...knowledge: string[]): string =>
  `<decision id="d" name="d">${needs(...knowledge)}${logic}</decision>`;
const definition = (parameters: string[], body: string): string =>
  `${parameters.map((each) => `<formalParameter name="${each}"/>`).join('')}${body}`;
const functionLogic = (parameters: string[], body: string): string =>
  `<functionDefinition>${definition(parameters, body)}</functionDefinition>`;
const model = (id: string, parameters: string[], body: string, ...knowledge: string[]): string =>
  `<businessKnowledgeModel id="${id}Model" name="${id}">${variable(id)}<encapsulatedLogic>${definition(parameters, body)}</encapsulatedLogic>${needs(...knowledge)}</businessKnowledgeModel>`;
const invocation = (called: string, bindings: Record<string, string>): string =>
  `<invocation>${literal(called)}${Object.entries(bindings)
    .map(([name, feel]) => `<binding><parameter name="${name}"/>${literal(feel)}</binding>`)
    .join('')}</invocation>`;
const codes = async (decisions: string) =>
  (await problemsOf(elements, flow, decisions)).map(({ at, code }) => `${at} ${code}`);

describe('a boxed context', () => {
  test('without a result entry is a context whose entries see those before them', async () => {
    const logic = context(entry('double', literal('n * 2')), entry('more', literal('double + 1')));
    expect(await decide(decision(logic), { n: 4 })).toEqual({ double: 8, more: 9 });
  });

  test('with a result entry is that result', async () => {
    const logic = context(entry('double', literal('n * 2')), entry('', literal('double + n')));
    expect(await decide(decision(logic), { n: 4 })).toBe(12);
  });

  test('holds tables and contexts, and an entry hides a variable of the case', async () => {
    const band = tableLogic('', ['n'], [out('o')], [{ tests: ['< 10'], gives: ['"low"'] }]);
    const logic = context(
      entry('n', literal('3')),
      entry('band', band),
      entry('deep', context(entry('', literal('n + 1')))),
      entry('', literal('band + string(deep)')),
    );
    expect(await decide(decision(logic), { n: 99 })).toBe('low4');
  });

  test('defines functions, which later entries call in FEEL and in boxed invocations', async () => {
    const logic = context(
      entry('base', literal('10')),
      entry('plus', functionLogic(['x', 'y'], literal('x + y + base'))),
      entry('twice', functionLogic(['x'], literal('plus(x, x)'))),
      entry('boxed', invocation('plus', { y: 'n', x: '1' })),
      entry('', literal('[for i in [1, 2] return twice(i), boxed]')),
    );
    expect(await decide(decision(logic), { n: 5 })).toEqual([[12, 14], 16]);
  });

  test.each([
    ['two entries of a name', context(entry('a', literal('1')), entry('a', literal('2'))), ['d model.nameTaken']],
    ['two results', context(entry('', literal('1')), entry('', literal('2'))), ['d model.resultTwice']],
    ['an entry that is no FEEL', context(entry('a', literal('1 +'))), ['d model.expressionInvalid']],
    ['an entry without logic', context(entry('a', '')), ['d model.decisionLogicUnknown']],
    [
      'a Java function',
      context(entry('f', `<functionDefinition kind="Java">${literal('1')}</functionDefinition>`)),
      ['d model.functionKindUnknown'],
    ],
  ])('with %s is refused', async (_name, logic, expected) => {
    expect(await codes(decision(logic))).toEqual(expected);
  });

  test('that is a function as a whole is an incident: a function is no data', async () => {
    expect(await decide(decision(functionLogic(['x'], literal('x'))), {})).toBe(
      'Decision d: The result is a function and no data',
    );
  });
});

describe('a boxed list and a relation', () => {
  test('give a list, and a list of contexts', async () => {
    expect(await decide(decision(`<list>${literal('n')}${literal('n + 1')}</list>`), { n: 1 })).toEqual([1, 2]);
    const relation = `<relation><column name="year"/><column name="rate"/>
      <row>${literal('2025')}${literal('n')}</row><row>${literal('2026')}${literal('n * 2')}</row></relation>`;
    expect(await decide(decision(relation), { n: 5 })).toEqual([
      { year: 2025, rate: 5 },
      { year: 2026, rate: 10 },
    ]);
  });
});

describe('a business knowledge model', () => {
  const share = model('share', ['whole', 'part'], literal('part * 100 / whole'));

  test('is invoked by name of its parameters', async () => {
    expect(
      await decide(decision(invocation('share', { part: 'n', whole: '200' }), 'shareModel') + share, { n: 50 }),
    ).toBe(25);
  });

  test('is called in FEEL, by position and by name, once and for each', async () => {
    const calls = literal('[share(200, n), share(part: n, whole: 100), for i in [1, 2] return share(100, i)]');
    expect(await decide(decision(calls, 'shareModel') + share, { n: 50 })).toEqual([25, 50, [1, 2]]);
  });

  test('calls those that it requires itself, boxed and in FEEL', async () => {
    const half = model(
      'half',
      ['of'],
      context(entry('s', literal('share(of, 1)')), entry('', invocation('share', { whole: '2', part: 's' }))),
      'shareModel',
    );
    for (const logic of [literal('half(4)'), invocation('half', { of: '4' })])
      expect(await decide(decision(logic, 'halfModel') + half + share, {})).toBe(1250);
  });

  const rate = model(
    'rate',
    ['income'],
    tableLogic(
      '',
      ['income'],
      [out('o')],
      [
        { tests: ['<= 50'], gives: ['200'] },
        { tests: ['> 50'], gives: ['100'] },
      ],
    ),
  );

  test('may be a decision table, invoked', async () => {
    expect(await decide(decision(invocation('rate', { income: 'n' }), 'rateModel') + rate, { n: 51 })).toBe(100);
  });

  const ranked = `<output name="o"><outputValues>${text('1, 2')}</outputValues></output>`;
  const fallback = `<output name="o"><defaultOutputEntry>${text('0')}</defaultOutputEntry></output>`;
  const steps = [
    { tests: ['< 9 + 1'], gives: ['1'] },
    { tests: ['< 19 + 1'], gives: ['2'] },
    { tests: ['not(< 5)'], gives: ['2'] },
  ];
  // Every policy twice over: invoked, the table is evaluated as a table; called in FEEL, as the expression made of it.
  test.each([
    ['UNIQUE', 3, 'fails'],
    ['UNIQUE', 25, 2],
    ['ANY', 15, 2],
    ['ANY', 7, 'fails'],
    ['FIRST', 7, 1],
    ['RULE ORDER', 7, [1, 2, 2]],
    ['COLLECT', 15, [2, 2]],
    ['COLLECT" aggregation="SUM', 15, 4],
    ['COLLECT" aggregation="MIN', 7, 1],
    ['COLLECT" aggregation="MAX', 7, 2],
    ['COLLECT" aggregation="COUNT', 7, 3],
  ])('that is a table of policy %s gives for %d the same invoked and called: %j', async (policy, n, expected) => {
    const band = model('band', ['v'], tableLogic(`hitPolicy="${policy}"`, ['v'], [out('o')], steps));
    for (const logic of [
      invocation('band', { v: 'n' }),
      literal('band(n)'),
      literal('(for i in [n] return band(v: i))[1]'),
    ]) {
      const result = await decide(decision(logic, 'bandModel') + band, { n });
      expect(typeof result === 'string' ? 'fails' : result).toEqual(expected);
    }
  });

  test('that is a table gives its default, and several outputs as a context, in both ways too', async () => {
    const two = [{ tests: ['1'], gives: ['1', '"a"'] }];
    const none = model('none', ['v'], tableLogic('', ['v'], [fallback], [{ tests: ['1'], gives: ['5'] }]));
    const pair = model('pair', ['v'], tableLogic('hitPolicy="FIRST"', ['v'], [out('a'), out('b')], two));
    for (const logic of [invocation('none', { v: '7' }), literal('none(7)')])
      expect(await decide(decision(logic, 'noneModel') + none, {})).toBe(0);
    for (const logic of [invocation('pair', { v: '1' }), literal('pair(1)')])
      expect(await decide(decision(logic, 'pairModel') + pair, {})).toEqual({ a: 1, b: 'a' });
  });

  test('that ranks its outputs is invoked, and refused where FEEL calls it', async () => {
    const best = model('best', ['v'], tableLogic('hitPolicy="PRIORITY"', ['v'], [ranked], steps));
    expect(await decide(decision(invocation('best', { v: '15' }), 'bestModel') + best, {})).toBe(2);
    expect(await codes(decision(literal('best(15)'), 'bestModel') + best)).toEqual(['d model.functionNotCallable']);
  });

  test('does not see the variables of the case', async () => {
    const nosy = model('nosy', ['x'], literal('x + n'));
    expect(await decide(decision(invocation('nosy', { x: '1' }), 'nosyModel') + nosy, { n: 1 })).toMatch(
      "Variable 'n' not found",
    );
  });

  test('takes null for what is not bound', async () => {
    const missing = model('missing', ['x'], literal('x = null'));
    expect(await decide(decision(invocation('missing', {}), 'missingModel') + missing, {})).toBe(true);
  });

  test('travels in the graph only where it is required', async () => {
    const graph = await draw(elements, flow, decision(literal('n')) + share);
    expect(Object.keys(graph.decisions)).toEqual(['d']);
  });

  test.each([
    ['that is not there', decision(literal('1'), 'gone'), ['d model.decisionUnknown']],
    ['that is a decision', decision(literal('1'), 'd'), ['d model.decisionUnknown', 'd model.decisionCircle']],
    [
      'that calls itself',
      decision(literal('1'), 'aModel') + model('a', [], literal('1'), 'aModel'),
      ['aModel model.decisionCircle'],
    ],
    ['without a requirement', decision(invocation('share', { whole: '1' })) + share, ['d model.functionUnknown']],
    [
      'with a parameter it has not',
      decision(invocation('share', { all: '1' }), 'shareModel') + share,
      ['d model.parameterUnknown'],
    ],
    [
      'with a parameter twice',
      decision(literal('1'), 'aModel') + model('a', ['x', 'x'], literal('1')),
      ['aModel model.nameTaken'],
    ],
  ])('%s is refused', async (_name, decisions, expected) => {
    expect(await codes(decisions)).toEqual(expected);
  });
});

describe('a decision service', () => {
  const simple = (id: string, feel: string, ...required: string[]): string =>
    `<decision id="${id}" name="${id}">${variable(`${id}Value`)}${required
      .map((each) => `<informationRequirement><requiredDecision href="#${each}"/></informationRequirement>`)
      .join('')}${literal(feel)}</decision>`;
  const service = (outputs: string[], given: string[]): string =>
    `<decisionService id="d" name="d">${outputs.map((id) => `<outputDecision href="#${id}"/>`).join('')}${given.map((id) => `<inputDecision href="#${id}"/>`).join('')}</decisionService>`;
  const chain = simple('a', 'bValue + 1', 'b') + simple('b', 'n * 10');

  test('gives its only output decision bare, and several as a context', async () => {
    expect(await decide(service(['a'], []) + chain, { n: 2 })).toBe(21);
    expect(await decide(service(['a', 'b'], []) + chain, { n: 2 })).toEqual({ aValue: 21, bValue: 20 });
  });

  test('takes its input decisions from the caller', async () => {
    expect(await decide(service(['a'], ['b']) + chain, { n: 2, bValue: 5 })).toBe(6);
  });
});

test('a required decision is evaluated once per call', async () => {
  const required = (id: string, feel: string, ...ids: string[]): string =>
    `<decision id="${id}" name="${id}">${ids.map((each) => `<informationRequirement><requiredDecision href="#${each}"/></informationRequirement>`).join('')}${literal(feel)}</decision>`;
  // Each level requires the one below twice over: evaluated anew each time, this would be 2^24 evaluations.
  const levels = Array.from({ length: 24 }, (_, level) => [
    required(
      `a${level}`,
      level === 0 ? '1' : `a${level - 1} + b${level - 1}`,
      ...(level === 0 ? [] : [`a${level - 1}`, `b${level - 1}`]),
    ),
    required(
      `b${level}`,
      level === 0 ? '1' : `a${level - 1} + b${level - 1}`,
      ...(level === 0 ? [] : [`a${level - 1}`, `b${level - 1}`]),
    ),
  ]);
  expect(await decide(required('d', 'a23', 'a23') + levels.flat().join(''), {})).toBe(2 ** 23);
});
