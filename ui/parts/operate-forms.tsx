import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { errorOf } from './problems.tsx';
import { fieldId } from './form-context.ts';
import { fill } from '../texts/plural.ts';
import { textsOf } from '../texts/texts.ts';
import type { OperatorView } from '../../processes/language/operating.ts';
import type { FilledForm, PageContext } from '../contract.ts';

type Props = { context: PageContext; view: OperatorView };

/** One more token before any element of a part that runs. */
export const AddToken = ({ context, view }: Props): VNode => {
  const { operating: t } = textsOf(context.language);
  const places = view.scopes.flatMap(({ scope, name, places: all }) =>
    all.map((place) => ({ value: `${scope}/${place.element}`, text: `${name}: ${place.name} (${place.element})` })),
  );
  return (
    <form method="post" action={`/cases/${view.id}/tokens`}>
      <h2 class="govuk-heading-m">{t.add}</h2>
      <input type="hidden" name="_csrf" value={context.csrf} />
      <Govuk
        name="select"
        params={{
          id: fieldId('place'),
          name: 'place',
          label: { text: t.place },
          hint: { text: t.addHint },
          items: places,
        }}
      />
      <Govuk
        name="button"
        params={{ text: t.addButton, preventDoubleClick: true, classes: 'govuk-button--secondary' }}
      />
    </form>
  );
};

/** One variable by its name and its new value; what is no JSON comes back as it was typed. */
export const CorrectVariable = ({ context, view, form }: Props & { form: FilledForm }): VNode => {
  const { language } = context;
  const { operating: t } = textsOf(language);
  const typed = (key: string): string => (typeof form.values[key] === 'string' ? form.values[key] : '');
  return (
    <form method="post" action={`/cases/${view.id}/variables`} noValidate>
      <h2 class="govuk-heading-m">{t.variables}</h2>
      <input type="hidden" name="_csrf" value={context.csrf} />
      <Govuk
        name="select"
        params={{
          id: fieldId('scope'),
          name: 'scope',
          label: { text: t.scope },
          items: view.scopes.map(({ scope, name }) => ({ value: scope, text: name })),
          value: typed('scope'),
        }}
      />
      {view.scopes.map(({ scope, name, variables }) => (
        <p class="obieg-quiet" key={scope}>
          {name}. {fill(t.variablesHint, { names: variables.join(', ') || t.variablesNone })}
        </p>
      ))}
      <Govuk
        name="input"
        params={{
          id: fieldId('name'),
          name: 'name',
          label: { text: t.name },
          value: typed('name'),
          autocomplete: 'off',
          spellcheck: false,
          ...errorOf(language, form.problems, 'name'),
        }}
      />
      <Govuk
        name="textarea"
        params={{
          id: fieldId('value'),
          name: 'value',
          label: { text: t.value },
          hint: { text: t.valueHint },
          value: typed('value'),
          rows: 3,
          ...errorOf(language, form.problems, 'value'),
        }}
      />
      <Govuk name="button" params={{ text: t.correct, preventDoubleClick: true, classes: 'govuk-button--secondary' }} />
    </form>
  );
};
