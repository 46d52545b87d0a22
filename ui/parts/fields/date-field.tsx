import type { VNode } from 'preact';
import { Govuk } from '../govuk.ts';
import { fieldParts, typed } from '../form-context.ts';
import type { DateField } from '../../../processes/language/form.ts';
import type { FieldProps } from '../form-context.ts';

/** Three boxes, sent as `<name>-day`, `-month`, `-year`: quicker and safer than any picker for a date one knows. */
export const DateInput = (props: FieldProps<DateField>): VNode => {
  const { id, name, label, hint, errorMessage } = fieldParts(props);
  const { texts } = props.form;
  const [year = '', month = '', day = ''] = typed(props.field, props.value).split('-');
  const box = (part: 'day' | 'month' | 'year', value: string, width: number) => ({
    id: part === 'day' ? id : `${id}-${part}`,
    name: `${name}-${part}`,
    label: texts.form[part],
    value,
    classes: `govuk-input--width-${width}${errorMessage ? ' govuk-input--error' : ''}`,
  });
  return (
    <Govuk
      name="date-input"
      params={{
        id: `${id}-boxes`,
        fieldset: { legend: { text: label } },
        hint: hint ?? { text: texts.form.dateHint },
        items: [box('day', day, 2), box('month', month, 2), box('year', year, 4)],
        ...(errorMessage ? { errorMessage } : {}),
      }}
    />
  );
};
