import type { VNode } from 'preact';
import { Govuk } from '../govuk.ts';
import { formatMoney } from '../../../processes/language/money.ts';
import { labelOf } from '../form-context.ts';
import { optionsOf } from '../options.ts';
import { showDate } from '../dates.ts';
import type { FormContext } from '../form-context.ts';
import type { Json } from '../../../processes/language/ids.ts';
import type { KeyedField } from '../../../processes/language/form.ts';

/** What the case already knows, as facts to read rather than dead boxes. */
export const ReadOnlyFields = ({ form, fields }: { form: FormContext; fields: KeyedField[] }): VNode => (
  <Govuk
    name="summary-list"
    params={{
      rows: fields.map((field) => ({
        key: { text: labelOf(field, form.language) },
        value: { text: shown(field, form.data[field.key], form) },
      })),
    }}
  />
);

function shown(field: KeyedField, value: Json | undefined, form: FormContext): string {
  const { texts, language } = form;
  if (value === undefined || value === null || value === '') return texts.form.empty;
  if (typeof value === 'boolean') return value ? texts.form.yes : texts.form.no;
  if (typeof value === 'number')
    return field.properties?.['kind'] === 'money' && Number.isSafeInteger(value)
      ? formatMoney(value, language)
      : new Intl.NumberFormat(language).format(value);
  if (field.type === 'radio' || field.type === 'select' || field.type === 'checklist') {
    const options = optionsOf({ form, field, name: field.key, value });
    const chosen = [value].flat();
    const labels = options.filter((option) => chosen.includes(option.value)).map(({ text }) => text);
    return labels.length > 0 ? labels.join(', ') : chosen.map(String).join(', ');
  }
  if (field.type === 'datetime' && typeof value === 'string') return showDate(language, value);
  return Array.isArray(value) ? String(value.length) : typeof value === 'object' ? texts.form.empty : value;
}
