import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../../../processes/language/ids.ts';
import { problemsOf } from '../drawing.ts';
import { decide, elements, flow, out, table, tableLogic, text } from './tables.ts';

const literal = (feel: string): string => `<literalExpression>${text(feel)}</literalExpression>`;
const allowed = (values: string): string => `<allowedValues>${text(values)}</allowedValues>`;
const item = (name: string, inside: string, more = ''): string =>
  `<itemDefinition id="${name}Item" name="${name}" ${more}>${inside}</itemDefinition>`;
const part = (name: string, inside: string, more = ''): string =>
  `<itemComponent id="${name}Part" name="${name}" ${more}>${inside}</itemComponent>`;
const ref = (type: string): string => `<typeRef>${type}</typeRef>`;
/** A decision of that type that gives the variable `v`. */
const gives = (type: string, ...items: string[]): string =>
  `${items.join('')}<decision id="d" name="d"><variable name="d" typeRef="${type}"/>${literal('v')}</decision>`;
const input = (type: string, values = ''): string =>
  `<input id="in"><inputExpression typeRef="${type}">${text('v')}</inputExpression>${values && `<inputValues>${text(values)}</inputValues>`}</input>`;
const findings = async (decisions: string) =>
  (await problemsOf(elements, flow, decisions)).map(({ at, code, values }) =>
    `${at} ${code} ${String(values?.['type'] ?? '')}`.trim(),
  );

const colour = item('Colour', ref('string') + allowed('"red", "green"'));
const person = item(
  'Person',
  part('name', ref('string')) +
    part('age', ref('number') + allowed('[0..150]')) +
    part('colours', ref('Colour'), 'isCollection="true"'),
);

describe('the result of a decision', () => {
  const misfit = (type: string) => `Decision d: Expected ${type} but got something else`;
  const notAllowed = 'Decision d: The value is not among those allowed';
  test.each<[string, Json, Json]>([
    ['number', 5, 5],
    ['feel:number', 5, 5],
    ['Any', [1, 'a'], [1, 'a']],
    ['number', [5], 5],
    ['number', [5, 6], misfit('number')],
    ['number', '5', misfit('number')],
    ['number', null, null],
    ['string', 5, misfit('string')],
    ['boolean', true, true],
    ['date', '2026-02-28', '2026-02-28'],
    ['date', '2026-02-30', misfit('date')],
    ['date', '2026-02-28T10:00:00.000Z', misfit('date')],
    ['date and time', '2026-02-28', '2026-02-28T00:00:00.000Z'],
    ['dateTime', '2026-02-28T10:00:00.000Z', '2026-02-28T10:00:00.000Z'],
    ['time', '10:00:00', '10:00:00'],
    ['dayTimeDuration', 'P3DT4H', 'P3DT4H'],
    ['dayTimeDuration', 'P3M', misfit('days')],
    ['years and months duration', 'P1Y3M', 'P1Y3M'],
    ['years and months duration', 'P', misfit('months')],
    ['Colour', 'red', 'red'],
    ['Colour', ['green'], 'green'],
    ['Colour', 'blue', notAllowed],
    ['Colours', 'red', ['red']],
    ['Colours', ['red', 'green'], ['red', 'green']],
    ['Colours', ['red', 'blue'], notAllowed],
    ['Person', { name: 'Ala', age: 7, colours: 'red' }, { name: 'Ala', age: 7, colours: ['red'] }],
    ['Person', { name: 'Ala', extra: 1 }, { name: 'Ala', extra: 1 }],
    ['Person', { name: 'Ala', age: 200 }, 'Decision d: age: The value is not among those allowed'],
    ['Person', 'Ala', misfit('context')],
    ['Person', { colours: ['blue'] }, 'Decision d: colours: The value is not among those allowed'],
  ])('as %s, of %j is %j', async (type, v, expected) => {
    const colours = item('Colours', ref('Colour'), 'isCollection="true"');
    expect(await decide(gives(type, colour, colours, person), { v })).toEqual(expected);
  });
});

describe('an input', () => {
  const rules = [{ tests: ['> 3'], gives: ['"big"'] }];
  const at = (type: string, values: string, v: Json) =>
    decide(table('', [input(type, values)], [out('o')], rules), { v });

  test('is of its type, or the case stops', async () => {
    expect(await at('number', '', 5)).toBe('big');
    expect(await at('number', '', [5])).toBe('big');
    expect(await at('number', '', 'five')).toBe('Decision d: v: Expected number but got something else');
  });

  test('has one of its allowed values; null says nothing and is let through', async () => {
    expect(await at('number', '[0..10]', 5)).toBe('big');
    expect(await at('number', '[0..10]', 11)).toBe('Decision d: v: The value is not among those allowed');
    expect(await at('number', '[0..10]', null)).toBeNull();
  });

  test('data required by a decision is checked where it is read', async () => {
    const decisions = `${person}<inputData id="who" name="who"><variable name="v" typeRef="Person"/></inputData>
      <decision id="d" name="d"><informationRequirement><requiredInput href="#who"/></informationRequirement>${literal('v.colours')}</decision>`;
    expect(await decide(colour + decisions, { v: { colours: 'red' } })).toEqual(['red']);
    expect(await decide(colour + decisions, { v: 'Ala' })).toBe(
      'Decision d: v: Expected context but got something else',
    );
  });

  test('of a list matches by what it holds', async () => {
    const list = item('Words', ref('string'), 'isCollection="true"');
    const decisions =
      list + table('', [input('Words')], [out('o')], [{ tests: ['list contains(?, "a")'], gives: ['true'] }]);
    expect(await decide(decisions, { v: 'a' })).toBe(true);
  });
});

describe('an output', () => {
  const outputs = [`<output name="o" typeRef="string"><outputValues>${text('"a", "b"')}</outputValues></output>`];
  const result = (v: Json) => decide(table('', ['1'], outputs, [{ tests: ['-'], gives: ['v'] }]), { v });

  test('has one of its allowed values, whatever the hit policy', async () => {
    expect(await result('a')).toBe('a');
    expect(await result('c')).toBe('Decision d: o: The value is not among those allowed');
    expect(await result(1)).toBe('Decision d: o: Expected string but got something else');
  });
});

describe('parameters and entries', () => {
  const invoked = (v: JsonObject[string]) =>
    decide(
      `<decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="#m"/></knowledgeRequirement>
        <invocation>${literal('m')}<binding><parameter name="x"/>${literal('v')}</binding></invocation></decision>
        <businessKnowledgeModel id="m" name="m"><encapsulatedLogic><formalParameter name="x" typeRef="number"/>${literal('x + 1')}</encapsulatedLogic></businessKnowledgeModel>`,
      { v },
    );
  test('are of their types', async () => {
    expect(await invoked([4])).toBe(5);
    expect(await invoked('4')).toBe('Decision d: Expected number but got something else');
    const entry = `<decision id="d" name="d"><context><contextEntry><variable name="a" typeRef="date"/>${literal('v')}</contextEntry></context></decision>`;
    expect(await decide(entry, { v: '2026-01-01' })).toEqual({ a: '2026-01-01' });
    expect(await decide(entry, { v: 3 })).toBe('Decision d: Expected date but got something else');
  });
});

describe('at deployment', () => {
  const typedTable = (cell: string, gives: string, more = '', type = 'number') =>
    `<decision id="d" name="d">${tableLogic('hitPolicy="FIRST"', [input(type)], [`<output name="o" typeRef="string">${more}</output>`], [{ tests: [cell], gives: [gives] }])}</decision>`;
  const values = `<outputValues>${text('"a", "b"')}</outputValues>`;
  test.each([
    ['a literal of another type', gives('number').replace('<text>v', '<text>"v"'), ['d model.valueMisfit number']],
    [
      'a literal that is not allowed',
      gives('Colour', colour).replace('<text>v', '<text>"blue"'),
      ['d model.valueMisfit string'],
    ],
    ['a type nobody defined', gives('Shape'), ['d model.typeUnknown Shape']],
    ['a type that holds itself', gives('A', item('A', part('a', ref('A')))), ['aPart model.typeCircle A']],
    [
      'two types of a name',
      gives('Colour', colour, colour.replace('colourItem', 'other').replace('ColourItem', 'other')),
      ['tables model.nameTaken'],
    ],
    ['a test of another type', typedTable('"five"', '"a"'), ['d model.valueMisfit number']],
    [
      'a range of another type',
      typedTable('[date("2026-01-01")..date("2026-02-01")]', '"a"'),
      ['d model.valueMisfit number'],
    ],
    ['a date test of a date-like text', typedTable('"2026-01-01"', '"a"', '', 'date'), ['d model.valueMisfit date']],
    ['an output of another type', typedTable('-', '5'), ['d model.valueMisfit string']],
    ['an output that is not allowed', typedTable('-', '"c"', values), ['d model.valueMisfit string']],
    [
      'a default of another type',
      typedTable('-', '"a"', `<defaultOutputEntry>${text('1')}</defaultOutputEntry>`),
      ['d model.valueMisfit string'],
    ],
    [
      'a list where one text is meant',
      `<decision id="d" name="d"><variable name="d" typeRef="string"/>${tableLogic('hitPolicy="RULE ORDER"', ['v'], [out('o')], [])}</decision>`,
      ['d model.listExpected string'],
    ],
    ['a day that does not exist', typedTable('>= date("2026-02-30")', '"a"', '', 'date'), ['d model.cellInvalid']],
    ['a day that does, and one that is read', typedTable('[@"2024-02-29"..date(v)]', '"a"', '', 'date'), []],
    ['what is computed', typedTable('< v + 1', 'string(v)', values), []],
    ['fitting cells', typedTable('< 5, [7..9], null', '"a"', values), []],
  ])('%s is found', async (_name, decisions, expected) => {
    expect(await findings(decisions)).toEqual(expected);
  });
});
