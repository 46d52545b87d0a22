import { describe, expect, test } from '@jest/globals';
import { FormFields } from '../../../ui/parts/form-fields.tsx';
import { htmlOf } from '../../../ui/parts/raw.ts';
import { textsOf } from '../../../ui/texts/texts.ts';
import type { FormComponent } from '../../../processes/language/form.ts';
import type { FormContext } from '../../../ui/parts/form-context.ts';
import type { JsonObject } from '../../../processes/language/ids.ts';
import type { Language } from '../../../processes/language/text.ts';

const draw = (
  components: FormComponent[],
  values: JsonObject = {},
  more: Partial<FormContext> = {},
  language: Language = 'pl',
): string => {
  const form = { language, texts: textsOf(language), schools: [], problems: [], data: {}, ...more };
  return htmlOf(<FormFields form={form} components={components} values={values} />);
};
const hostile = '"><script>alert(1)</script>{{ 7 * 7 }}';

describe('the fields of a form', () => {
  test('show what people type as text, whatever it is', () => {
    const kinds = ['textfield', 'textarea'] as const;
    for (const type of kinds) {
      const html = draw([{ type, key: 'a', label: hostile, description: hostile }], { a: hostile });
      expect(html).not.toContain('<script>');
      expect(html).not.toContain('49');
      expect(html.match(/&lt;script&gt;/g)!.length).toBeGreaterThanOrEqual(3);
    }
    const list: FormComponent = { type: 'radio', key: 'r', label: 'R', values: [{ label: hostile, value: hostile }] };
    expect(draw([list, { ...list, type: 'checklist' }, { ...list, type: 'select' }])).not.toContain('<script>');
    expect(
      draw([
        { type: 'text', text: '{x}' },
        { type: 'text', text: hostile },
      ]),
    ).not.toContain('<script>');
    const shown: FormComponent = { type: 'textfield', key: 'a', label: 'A', readonly: true };
    expect(draw([shown], {}, { data: { a: hostile } })).not.toContain('<script>');
  });

  test('speak the reader’s language where the author wrote it, else Polish', () => {
    const field: FormComponent = {
      type: 'textfield',
      key: 'name',
      label: 'Imię',
      description: 'Pierwsze',
      properties: { 'label.en': 'First name' },
    };
    expect(draw([field], {}, {}, 'en')).toContain('First name (optional)');
    expect(draw([field], {}, {}, 'en')).toContain('Pierwsze');
    expect(draw([{ ...field, validate: { required: true } }], {}, {}, 'uk')).toMatch(/>\s*Imię\s*</);
  });

  test('show money as zlotys: grosze of the case and text as it was typed', () => {
    const field: FormComponent = { type: 'number', key: 'income', label: 'Dochód', properties: { kind: 'money' } };
    expect(draw([field], { income: 82_301 })).toContain('value="823,01"');
    expect(draw([field], { income: 'dużo' })).toContain('value="dużo"');
    expect(draw([{ ...field, readonly: true }], {}, { data: { income: 329_200 } })).toMatch(/3\s?292,00\szł/);
  });

  test('ask a date in three boxes and keep what was typed', () => {
    const html = draw([{ type: 'datetime', subtype: 'date', key: 'on', label: 'Dzień' }], { on: '2026-13-01' });
    expect(html).toMatch(/name="on-day"[^>]*value="01"/);
    expect(html).toMatch(/name="on-month"[^>]*value="13"/);
    expect(html).toMatch(/name="on-year"[^>]*value="2026"/);
  });

  test('offer the schools of the city', () => {
    const school = {
      id: 'sp-1',
      kind: 'school',
      name: 'SP 1',
      address: '',
      symbol: 'SP1',
    } as FormContext['schools'][0];
    const select: FormComponent = { type: 'select', key: 'school', label: 'Szkoła', properties: { source: 'schools' } };
    expect(draw([select], { school: 'sp-1' }, { schools: [school] })).toMatch(/value="sp-1"\s+selected/);
  });

  test('name a problem at its field only', () => {
    const fields: FormComponent[] = ['a', 'b'].map((key) => ({ type: 'textfield', key, label: key }));
    const html = draw(fields, {}, { problems: [{ at: 'b', code: 'required' }] });
    expect(html).toContain('id="field-b-error"');
    expect(html).toMatch(/id="field-b"[^>]*aria-describedby="field-b-error"/);
    expect(html).not.toContain('id="field-a-error"');
  });

  test('number the rows of a list and start with as many as must be there', () => {
    const name: FormComponent = { type: 'textfield', key: 'name', label: 'Imię' };
    const list: FormComponent = {
      type: 'dynamiclist',
      path: 'members',
      label: 'Osoby',
      validate: { minItems: 2 },
      components: [name],
    };
    expect(draw([list])).toContain('name="members.1.name"');
    expect(draw([list])).not.toContain('name="members.2.name"');
    expect(draw([list], { members: [{ name: 'Ala' }] })).toMatch(/name="members.0.name"[^>]*value="Ala"/);
    expect(draw([list], { members: [] })).not.toContain('members.0');
  });
});

describe('a condition', () => {
  const verdict: FormComponent = {
    type: 'radio',
    key: 'verdict',
    label: 'V',
    values: [{ label: 'Tak', value: 'yes' }],
  };
  const why: FormComponent = {
    type: 'textfield',
    key: 'why',
    label: 'Dlaczego',
    conditional: { hide: '=verdict = "yes"' },
  };

  test('over a field of the form is left to the page, which works without it', () => {
    const html = draw([verdict, why], { verdict: 'yes' });
    expect(html).toContain('data-hide="=verdict = &quot;yes&quot;" data-hide-field="verdict"');
    expect(html).toContain('name="why"');
  });

  test('reaches from a group to a field outside it', () => {
    expect(draw([verdict, { type: 'group', components: [why] }])).toContain('data-hide-field="verdict"');
  });

  test('over the case is decided before the page is sent', () => {
    expect(draw([why], {}, { data: { verdict: 'yes' } })).not.toContain('name="why"');
    expect(draw([why], {}, { data: { verdict: 'no' } })).toContain('name="why"');
  });
});

describe('a text', () => {
  test('knows paragraphs, lists, headings and emphasis, and never a link', () => {
    const html = draw([
      { type: 'text', text: '# Tytuł\n\n- raz\n- **dwa**\n\nZdanie *ważne*.\n[x](https://example.com)' },
    ]);
    expect(html).toContain('Tytuł</h3>');
    expect(html).toContain('<li><strong>dwa</strong></li>');
    expect(html).toContain('<em>ważne</em>');
    expect(html).not.toContain('<a');
  });

  test('that starts with = is worked out over the case', () => {
    const text: FormComponent = { type: 'text', text: '="Osób: " + string(persons)' };
    expect(draw([text], {}, { data: { persons: 4 } })).toContain('Osób: 4');
  });
});
