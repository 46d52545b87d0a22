import type { VNode } from 'preact';
import { CheckboxInput } from './fields/checkbox-field.tsx';
import { ChecklistInput } from './fields/checklist-field.tsx';
import { DateInput } from './fields/date-field.tsx';
import { FileInput } from './fields/file-field.tsx';
import { NumberFieldInput } from './fields/number-field.tsx';
import { RadioInput } from './fields/radio-field.tsx';
import { ReadOnlyFields } from './fields/read-only.tsx';
import { SelectInput } from './fields/select-field.tsx';
import { TextAreaInput } from './fields/text-area.tsx';
import { TextFieldInput } from './fields/text-field.tsx';
import type { FieldProps } from './form-context.ts';

/** One field, drawn by the file of its type. */
export const KeyedInput = ({ field, ...rest }: FieldProps): VNode => {
  if (field.readonly || field.disabled) return <ReadOnlyFields form={rest.form} fields={[field]} />;
  switch (field.type) {
    case 'textfield':
      return <TextFieldInput field={field} {...rest} />;
    case 'textarea':
      return <TextAreaInput field={field} {...rest} />;
    case 'number':
      return <NumberFieldInput field={field} {...rest} />;
    case 'checkbox':
      return <CheckboxInput field={field} {...rest} />;
    case 'checklist':
      return <ChecklistInput field={field} {...rest} />;
    case 'radio':
      return <RadioInput field={field} {...rest} />;
    case 'select':
      return <SelectInput field={field} {...rest} />;
    case 'datetime':
      return <DateInput field={field} {...rest} />;
    case 'filepicker':
      return <FileInput field={field} {...rest} />;
  }
};
