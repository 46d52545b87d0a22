import type { ComponentChildren, VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { fieldId } from './form-context.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext } from '../contract.ts';
import type { Text } from '../../processes/language/text.ts';

type Props = {
  context: PageContext;
  action: string;
  filter: { procedure?: string; unit?: string };
  procedures: { id: string; title: Text }[];
  units: { id: string; name: string }[];
  /** parts of the address the filters must not lose */ kept?: Record<string, string>;
  /** filters of this list alone */ children?: ComponentChildren;
};

/** Filters as one plain GET form: the address is the state, so it can be kept, sent and gone back to. */
export const Filters = ({ context, action, filter, procedures, units, kept = {}, children }: Props): VNode => {
  const { inbox: t } = textsOf(context.language);
  return (
    <form class="obieg-filters" method="get" action={action}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Choice
        name="procedure"
        label={t.procedure}
        any={t.any}
        chosen={filter.procedure}
        options={procedures.map(({ id, title }) => ({ value: id, text: title[context.language] }))}
      />
      {units.length > 1 && (
        <Choice
          name="unit"
          label={t.unit}
          any={t.any}
          chosen={filter.unit}
          options={units.map(({ id, name }) => ({ value: id, text: name }))}
        />
      )}
      <div class="obieg-filters__actions">
        <Govuk name="button" params={{ text: t.apply, classes: 'govuk-button--secondary' }} />
        <a class="govuk-link" href={action}>
          {t.clear}
        </a>
      </div>
    </form>
  );
};

type ChoiceProps = {
  name: string;
  label: string;
  any: string;
  chosen: string | undefined;
  options: { value: string; text: string }[];
};

export const Choice = ({ name, label, any, chosen = '', options }: ChoiceProps): VNode => (
  <Govuk
    name="select"
    params={{
      id: fieldId(name),
      name,
      label: { text: label },
      items: [{ value: '', text: any }, ...options],
      value: chosen,
    }}
  />
);
