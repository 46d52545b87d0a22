import { localized } from './form-context.ts';
import type { Checklist, Option, Radio, Select } from '../../processes/language/form.ts';
import type { FieldProps } from './form-context.ts';

/** The choices of a field in the reader's language; a select with `source = schools` offers the city's schools. */
export const optionsOf = ({
  field,
  form,
}: FieldProps<Checklist | Radio | Select>): { value: string; text: string }[] =>
  field.properties?.['source'] === 'schools'
    ? form.schools.map(({ id, name }) => ({ value: id, text: name }))
    : (field.values ?? []).map(({ value, label }: Option) => ({
        value,
        text: localized(field, `option.${value}`, label, form.language) ?? label,
      }));
