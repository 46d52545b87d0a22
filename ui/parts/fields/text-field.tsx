import type { VNode } from 'preact';
import { Govuk } from '../govuk.ts';
import { fieldParts, typed } from '../form-context.ts';
import type { FieldProps } from '../form-context.ts';
import type { TextField } from '../../../processes/language/form.ts';

type Kind = { type?: string; inputmode?: string; autocomplete?: string; classes?: string; spellcheck?: boolean };

/** How the keyboard of a phone and the browser's memory should treat what is typed. */
const kinds: Record<string, Kind> = {
  email: { type: 'email', autocomplete: 'email', spellcheck: false },
  phone: { type: 'tel', autocomplete: 'tel', classes: 'govuk-input--width-20' },
  postcode: { autocomplete: 'postal-code', classes: 'govuk-input--width-5' },
  nrb: { inputmode: 'numeric', spellcheck: false },
  money: { inputmode: 'decimal', spellcheck: false, classes: 'govuk-input--width-10' },
};

export const TextFieldInput = (props: FieldProps<TextField>): VNode => {
  const { label, ...parts } = fieldParts(props);
  const { kind = '', autocomplete } = props.field.properties ?? {};
  return (
    <Govuk
      name="input"
      params={{
        ...parts,
        label: { text: label },
        value: typed(props.field, props.value),
        ...kinds[kind],
        ...(autocomplete === undefined ? {} : { autocomplete }),
        ...(kind === 'money' ? { suffix: { text: props.form.texts.form.currency } } : {}),
      }}
    />
  );
};
