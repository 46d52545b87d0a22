import { describe, expect, test } from '@jest/globals';
import { checkForm } from '../../../../activities/casework/forms/form-check.ts';
import { changeRows, readFields } from '../../../../activities/casework/forms/forms.ts';
import type { FormComponent, FormSchema } from '../../../../processes/language/form.ts';
import type { Json } from '../../../../processes/language/ids.ts';

const form = (...components: FormComponent[]): FormSchema => ({
  type: 'default',
  id: 'f',
  schemaVersion: 1,
  components,
});
const field = (type: string, more: object = {}): FormComponent =>
  ({ type, key: 'x', label: 'X', ...more }) as unknown as FormComponent;
const context = {
  variables: { kept: ['own'], sentOn: '2026-09-10' },
  schools: ['sp-1', 'sp-2'],
  today: '2026-09-17',
};

type Row = [what: string, field: FormComponent, given: Json | undefined, expected: { value: Json } | { code: string }];
const money = field('number', { properties: { kind: 'money' }, validate: { min: 0, max: 100_000_00 } });
const delivered = field('datetime', { subtype: 'date', properties: { earliest: 'sentOn', latest: 'today' } });
const sinceNever = field('datetime', { subtype: 'date', properties: { earliest: 'neverSet' } });
const table: Row[] = [
  ['a missing required text', field('textfield', { validate: { required: true } }), '', { code: 'required' }],
  ['a text of spaces only', field('textfield', { validate: { required: true } }), '   ', { code: 'required' }],
  ['an empty optional text, which is null to the model', field('textfield'), '', { value: null }],
  ['Polish letters, trimmed', field('textfield'), '  Żółć ', { value: 'Żółć' }],
  ['a text with a control character', field('textfield'), 'a\u0000b', { code: 'text' }],
  ['a line break in one line', field('textfield'), 'a\nb', { code: 'text' }],
  ['a line break in a text area', field('textarea'), 'a\nb', { value: 'a\nb' }],
  ['half a letter', field('textfield'), 'a\ud800b', { code: 'text' }],
  ['an emoji, which no font of our documents has', field('textarea'), 'tak 😀', { code: 'text' }],
  ['a control character beyond ASCII', field('textfield'), 'a\u0085b', { code: 'text' }],
  ['pasted text with invisible marks', field('textfield'), '\ufeffŻó\u00adłć\u202e\u200b', { value: 'Żółć' }],
  [
    'a text of invisible marks only',
    field('textfield', { validate: { required: true } }),
    '\u200b',
    { code: 'required' },
  ],
  [
    'Ukrainian, quotes and a dash',
    field('textfield'),
    'Ґалаґан „Їжак” – №\u00a01',
    { value: 'Ґалаґан „Їжак” – №\u00a01' },
  ],
  ['a file of this case, named again', field('filepicker', { key: 'kept' }), ['own'], { value: ['own'] }],
  ['a document of another case as a file', field('filepicker', { key: 'kept' }), ['foreign'], { code: 'option' }],
  ['an object in place of a text', field('textfield'), { $gt: '' }, { code: 'text' }],
  ['a text that is too long', field('textfield', { validate: { maxLength: 3 } }), 'abcd', { code: 'maxLength' }],
  ['a text over the bound of every field', field('textfield'), 'a'.repeat(301), { code: 'maxLength' }],
  [
    'a text that misses its pattern',
    field('textfield', { validate: { pattern: '[0-9]{4}' } }),
    '12345',
    { code: 'pattern' },
  ],
  ['an e-mail', field('textfield', { properties: { kind: 'email' } }), 'a@b.pl', { value: 'a@b.pl' }],
  ['what is no e-mail', field('textfield', { properties: { kind: 'email' } }), 'a@b', { code: 'email' }],
  ['money as typed', money, '823,01', { value: 82301 }],
  ['money as grosze', money, 82301, { value: 82301 }],
  ['half a grosz', money, 1.5, { code: 'money' }],
  ['junk as money', money, '12,345zł', { code: 'money' }],
  ['negative money', money, -1, { code: 'min' }],
  ['a number with a decimal comma where it may have one', field('number', { decimalDigits: 1 }), '2,5', { value: 2.5 }],
  ['a fraction where an integer is asked', field('number'), '2,5', { code: 'integer' }],
  ['a word as a number', field('number'), 'dwa', { code: 'number' }],
  ['a number over its bound', field('number', { validate: { max: 10 } }), '11', { code: 'max' }],
  ['a box that must be ticked', field('checkbox', { validate: { required: true } }), false, { code: 'required' }],
  ['a box left alone', field('checkbox'), false, { value: false }],
  ['a choice that is not offered', field('radio', { values: [{ label: 'A', value: 'a' }] }), 'b', { code: 'option' }],
  ['choices, each once', field('checklist', { values: [{ label: 'A', value: 'a' }] }), ['a', 'a'], { value: ['a'] }],
  ['a school of the city', field('select', { properties: { source: 'schools' } }), 'sp-2', { value: 'sp-2' }],
  ['a school of another city', field('select', { properties: { source: 'schools' } }), 'sp-9', { code: 'option' }],
  ['a day of delivery', delivered, '2026-09-10', { value: '2026-09-10' }],
  ['a delivery before the letter was sent', delivered, '2026-09-09', { code: 'dateRange' }],
  ['a delivery tomorrow', delivered, '2026-09-18', { code: 'dateRange' }],
  ['a bound that the case does not hold', sinceNever, '1999-01-01', { value: '1999-01-01' }],
  ['a day that exists', field('datetime', { subtype: 'date' }), '2024-02-29', { value: '2024-02-29' }],
  ['a day that does not exist', field('datetime', { subtype: 'date' }), '2023-02-29', { code: 'date' }],
  [
    'a day before its range',
    field('datetime', { subtype: 'date', properties: { earliest: '2000-01-01' } }),
    '1999-12-31',
    { code: 'dateRange' },
  ],
];

describe('a form', () => {
  test.each(table)('judges %s', (_, component, given, expected) => {
    const key = 'key' in component ? component.key : 'x';
    const values = given === undefined ? {} : { [key]: given };
    const { data, problems } = checkForm(form(component), values, context);
    if ('code' in expected) expect(problems).toEqual([expect.objectContaining({ at: key, code: expected.code })]);
    else expect({ problems, x: data[key] }).toEqual({ problems: [], x: expected.value });
  });

  test('refuses keys it does not have, at every depth', () => {
    const rows: FormComponent = { type: 'dynamiclist', path: 'rows', label: 'R', components: [field('textfield')] };
    const { problems } = checkForm(form(rows), { rows: [{ x: 'a', y: 'b' }], z: 1 }, context);
    expect(problems.map(({ at, code }) => `${at} ${code}`)).toEqual(['rows.0.y unknownKey', 'z unknownKey']);
  });

  test('neither asks for nor keeps what a condition hides', () => {
    const hidden = field('textfield', { validate: { required: true }, conditional: { hide: '=late != true' } });
    const late = { type: 'checkbox', key: 'late', label: 'L' } as FormComponent;
    expect(checkForm(form(late, hidden), { late: false, x: 'left over' }, context)).toEqual({
      data: { late: false },
      problems: [],
    });
    expect(checkForm(form(late, hidden), { late: true }, context).problems).toEqual([{ at: 'x', code: 'required' }]);
  });

  test('takes nothing for a field that is only shown', () => {
    expect(checkForm(form(field('textfield', { readonly: true })), { x: 'forged' }, context)).toEqual({
      data: {},
      problems: [],
    });
  });

  test('asks for what a field that is only shown uncovers, whatever is sent in its place', () => {
    const shown = field('textfield', { key: 'kind', readonly: true });
    const asked = field('textfield', { validate: { required: true }, conditional: { hide: '=kind != "late"' } });
    expect(checkForm(form(shown, asked), { kind: 'forged' }, { ...context, variables: { kind: 'late' } })).toEqual({
      data: {},
      problems: [{ at: 'x', code: 'required' }],
    });
  });

  test('counts the rows of a list', () => {
    const rows: FormComponent = {
      type: 'dynamiclist',
      path: 'rows',
      label: 'R',
      validate: { minItems: 1, maxItems: 2 },
      components: [field('textfield')],
    };
    expect(checkForm(form(rows), {}, context).problems[0]).toMatchObject({ at: 'rows', code: 'minItems' });
    expect(checkForm(form(rows), { rows: [{}, {}, {}] }, context).problems[0]).toMatchObject({
      at: 'rows',
      code: 'maxItems',
    });
    expect(checkForm(form(rows), { rows: 'no' }, context).problems[0]).toMatchObject({ at: 'rows', code: 'list' });
  });
});

describe('the fields of an HTML form', () => {
  const rows: FormComponent = {
    type: 'dynamiclist',
    path: 'members',
    label: 'M',
    components: [{ type: 'textfield', key: 'name', label: 'N' }],
  };

  test('keep rows in order though the browser numbers them with gaps', () => {
    expect(readFields(form(rows), { 'members.10.name': 'c', 'members.2.name': 'b', 'members.0.name': 'a' })).toEqual({
      members: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
    });
  });

  test('make a date of three boxes and keep nonsense for the reader to correct', () => {
    const date = form(field('datetime', { subtype: 'date' }));
    expect(readFields(date, { 'x-day': '3', 'x-month': '4', 'x-year': '2026' })).toEqual({ x: '2026-04-03' });
    expect(readFields(date, { 'x-day': '3', 'x-month': 'maj', 'x-year': '2026' })).toEqual({ x: '2026-maj-03' });
    expect(readFields(date, { 'x-day': '', 'x-month': '', 'x-year': '' })).toEqual({ x: '' });
  });

  test('add and remove rows without losing what was typed', () => {
    const typed = { members: [{ name: 'a' }, { name: 'b' }] };
    expect(changeRows(typed, 'add:members')).toEqual({ members: [{ name: 'a' }, { name: 'b' }, {}] });
    expect(changeRows(typed, 'remove:members:0')).toEqual({ members: [{ name: 'b' }] });
    expect(changeRows(typed, 'complete')).toBe(typed);
  });
});
