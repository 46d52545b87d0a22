import type { VNode } from 'preact';
import { Govuk } from '../govuk.ts';
import { fieldParts } from '../form-context.ts';
import { optionsOf } from '../options.ts';
import type { Checklist } from '../../../processes/language/form.ts';
import type { FieldProps } from '../form-context.ts';

export const ChecklistInput = (props: FieldProps<Checklist>): VNode => {
  const { id, label, ...parts } = fieldParts(props);
  const chosen = Array.isArray(props.value) ? props.value : [];
  return (
    <Govuk
      name="checkboxes"
      params={{
        ...parts,
        idPrefix: id,
        fieldset: { legend: { text: label } },
        items: optionsOf(props).map((option) => ({ ...option, checked: chosen.includes(option.value) })),
      }}
    />
  );
};
