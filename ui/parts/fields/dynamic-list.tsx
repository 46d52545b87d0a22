import type { VNode } from 'preact';
import { Govuk } from '../govuk.ts';
import { fieldId, localized } from '../form-context.ts';
import { fill } from '../../texts/plural.ts';
import { htmlOf } from '../raw.ts';
import { problemText } from '../../texts/texts.ts';
import type { DynamicList } from '../../../processes/language/form.ts';
import type { FormContext } from '../form-context.ts';
import type { Json, JsonObject } from '../../../processes/language/ids.ts';

type Row = (values: JsonObject, prefix: string) => VNode;
type Props = { form: FormContext; list: DynamicList; value: Json | undefined; row: Row };

/** Rows with buttons that add and remove them on the server, so that they work without JavaScript. */
export const DynamicListInput = (props: Props): VNode => {
  const { form, list } = props;
  const label = localized(list, 'label', list.label, form.language) ?? list.path;
  return (
    <Govuk
      name="fieldset"
      params={{
        legend: { text: label, classes: 'govuk-fieldset__legend--m' },
        html: htmlOf(<Rows {...props} />),
        ...(form.problems.some(({ at }) => at === list.path) ? { describedBy: `${fieldId(list.path)}-error` } : {}),
      }}
    />
  );
};

const Rows = ({ form, list, value, row }: Props): VNode => {
  const { texts, language, problems } = form;
  const hint = localized(list, 'description', list.description, language);
  const problem = problems.find(({ at }) => at === list.path);
  const rows = rowsOf(value, list);
  const rowLabel = localized(list, 'row', list.properties?.['row'], language);
  return (
    <>
      {hint !== undefined && <p class="govuk-hint">{hint}</p>}
      {problem && (
        <p class="govuk-error-message" id={`${fieldId(list.path)}-error`}>
          <span class="govuk-visually-hidden">{texts.form.error}</span> {problemText(language, problem)}
        </p>
      )}
      {rows.map((values, index) => {
        const name = rowLabel ? `${rowLabel} ${index + 1}` : fill(texts.form.row, { n: index + 1 });
        return (
          <fieldset class="govuk-fieldset obieg-row" key={index}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{name}</legend>
            {row(values, `${list.path}.${index}.`)}
            <RowButton action={`remove:${list.path}:${index}`} label={texts.form.remove} what={name} />
          </fieldset>
        );
      })}
      <Govuk
        name="button"
        params={{
          text: rowLabel === undefined ? texts.form.addRow : fill(texts.form.add, { label: rowLabel }),
          name: '_action',
          value: `add:${list.path}`,
          id: fieldId(list.path),
          classes: 'govuk-button--secondary',
        }}
      />
    </>
  );
};

const RowButton = ({ action, label, what }: { action: string; label: string; what: string }): VNode => (
  <button class="obieg-link-button" type="submit" name="_action" value={action}>
    {label}
    <span class="govuk-visually-hidden">{`: ${what}`}</span>
  </button>
);

/** A list that must have rows starts with as many empty ones. */
const rowsOf = (value: Json | undefined, list: DynamicList): JsonObject[] => {
  const rows = (Array.isArray(value) ? value : []).map((row) =>
    row !== null && typeof row === 'object' && !Array.isArray(row) ? row : {},
  );
  return value === undefined ? Array.from({ length: list.validate?.minItems ?? 0 }, () => ({})) : rows;
};
