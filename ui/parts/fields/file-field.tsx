import type { VNode } from 'preact';
import { Govuk } from '../govuk.ts';
import { fieldParts } from '../form-context.ts';
import type { FieldProps } from '../form-context.ts';
import type { FilePicker } from '../../../processes/language/form.ts';

export const FileInput = (props: FieldProps<FilePicker>): VNode => {
  const { label, hint, ...parts } = fieldParts(props);
  const { texts } = props.form;
  const kept = Array.isArray(props.value) && props.value.length > 0;
  const words = [hint && 'text' in hint ? hint.text : texts.form.fileHint, ...(kept ? [texts.form.fileKept] : [])];
  return (
    <Govuk
      name="file-upload"
      params={{
        ...parts,
        label: { text: label },
        hint: { text: words.join(' ') },
        ...(props.field.multiple ? { multiple: true } : {}),
        attributes: { accept: props.field.accept ?? '.pdf,.png,.jpg,.jpeg' },
      }}
    />
  );
};
