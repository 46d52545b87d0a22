import type { VNode } from 'preact';
import { Govuk } from '../govuk.ts';
import { fieldParts, typed } from '../form-context.ts';
import { fill } from '../../texts/plural.ts';
import type { FieldProps } from '../form-context.ts';
import type { TextArea } from '../../../processes/language/form.ts';

export const TextAreaInput = (props: FieldProps<TextArea>): VNode => {
  const { label, ...parts } = fieldParts(props);
  const params = { ...parts, label: { text: label }, value: typed(props.field, props.value), rows: 5 };
  const maxlength = props.field.validate?.maxLength;
  if (maxlength === undefined) return <Govuk name="textarea" params={params} />;
  const { charactersLeft, charactersOver } = props.form.texts.form;
  return (
    <Govuk
      name="character-count"
      params={{
        ...params,
        maxlength,
        charactersUnderLimitText: everyForm(charactersLeft),
        charactersAtLimitText: charactersLeft.replace('%{count}', '0'),
        charactersOverLimitText: everyForm(charactersOver),
        textareaDescriptionText: fill(props.form.texts.form.charactersMost, { n: maxlength }),
      }}
    />
  );
};

/** Our sentence puts the number last, so that it fits every plural form. */
const everyForm = (text: string): Record<string, string> => ({ one: text, few: text, many: text, other: text });
