import type { VNode } from 'preact';
import { Govuk } from '../govuk.ts';
import { fieldParts } from '../form-context.ts';
import type { Checkbox } from '../../../processes/language/form.ts';
import type { FieldProps } from '../form-context.ts';

export const CheckboxInput = (props: FieldProps<Checkbox>): VNode => {
  const { id, name, label, hint, errorMessage } = fieldParts(props);
  return (
    <Govuk
      name="checkboxes"
      params={{
        idPrefix: id,
        name,
        items: [{ value: 'true', text: label, checked: props.value === true, ...(hint ? { hint } : {}) }],
        ...(errorMessage ? { errorMessage } : {}),
      }}
    />
  );
};
