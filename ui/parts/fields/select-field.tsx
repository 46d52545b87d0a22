import type { VNode } from 'preact';
import { Govuk } from '../govuk.ts';
import { fieldParts, typed } from '../form-context.ts';
import { optionsOf } from '../options.ts';
import type { FieldProps } from '../form-context.ts';
import type { Select } from '../../../processes/language/form.ts';

export const SelectInput = (props: FieldProps<Select>): VNode => {
  const { label, ...parts } = fieldParts(props);
  return (
    <Govuk
      name="select"
      params={{
        ...parts,
        label: { text: label },
        items: [{ value: '', text: props.form.texts.form.choose }, ...optionsOf(props)],
        value: typed(props.field, props.value),
      }}
    />
  );
};
