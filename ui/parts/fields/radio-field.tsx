import type { VNode } from 'preact';
import { Govuk } from '../govuk.ts';
import { fieldParts } from '../form-context.ts';
import { optionsOf } from '../options.ts';
import type { FieldProps } from '../form-context.ts';
import type { Radio } from '../../../processes/language/form.ts';

export const RadioInput = (props: FieldProps<Radio>): VNode => {
  const { id, label, ...parts } = fieldParts(props);
  return (
    <Govuk
      name="radios"
      params={{
        ...parts,
        idPrefix: id,
        fieldset: { legend: { text: label } },
        items: optionsOf(props).map((option) => ({ ...option, checked: option.value === props.value })),
      }}
    />
  );
};
