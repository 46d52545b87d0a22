import type { VNode } from 'preact';
import { Govuk } from '../govuk.ts';
import { fieldParts, typed } from '../form-context.ts';
import type { FieldProps } from '../form-context.ts';
import type { NumberField } from '../../../processes/language/form.ts';

/** A text box, not `type=number`: browsers change what is typed there, and Polish amounts have a comma. */
export const NumberFieldInput = (props: FieldProps<NumberField>): VNode => {
  const { label, hint, ...parts } = fieldParts(props);
  const money = props.field.properties?.['kind'] === 'money';
  const { texts } = props.form;
  return (
    <Govuk
      name="input"
      params={{
        ...parts,
        label: { text: label },
        value: typed(props.field, props.value),
        spellcheck: false,
        inputmode: money || props.field.decimalDigits ? 'decimal' : 'numeric',
        classes: money ? 'govuk-input--width-10' : 'govuk-input--width-5',
        ...(money
          ? { hint: hint ?? { text: texts.form.moneyHint }, suffix: { text: texts.form.currency } }
          : hint
            ? { hint }
            : {}),
      }}
    />
  );
};
