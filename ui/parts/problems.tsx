import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { fieldId, fieldProblemText, labelOf, localized } from './form-context.ts';
import { problemText, textsOf } from '../texts/texts.ts';
import type { FormComponent, KeyedField } from '../../processes/language/form.ts';
import type { Language } from '../../processes/language/text.ts';
import type { Problem } from '../../processes/language/failure.ts';

type Props = {
  language: Language;
  problems: Problem[];
  components?: FormComponent[];
  /** places outside a form schema */ places?: Record<string, string>;
};

/** Everything wrong on the page, first thing on it, each linked to its field. */
export const Problems = ({ language, problems, components = [], places = {} }: Props): VNode | null =>
  problems.length === 0 ? null : (
    <Govuk
      name="error-summary"
      params={{
        titleText: textsOf(language).form.errors,
        errorList: problems.map((problem) => {
          const { label, field } = placeOf(components, problem.at.split('.'), language) ?? {
            label: places[problem.at],
          };
          const sentence = field ? fieldProblemText(language, field, problem) : problemText(language, problem);
          return label === undefined
            ? { text: sentence }
            : { text: `${label}: ${sentence}`, href: `#${fieldId(problem.at)}` };
        }),
      }}
    />
  );

type Place = { label: string | undefined; field?: KeyedField };

/** `members.1.name` in words: `Osoba 2, Imię`. */
const placeOf = (components: FormComponent[], path: string[], language: Language): Place | undefined => {
  const [key, index, ...rest] = path;
  for (const component of components) {
    if (component.type === 'group') {
      const found = placeOf(component.components, path, language);
      if (found) return found;
    } else if (component.type === 'dynamiclist' && component.path === key) {
      const label = localized(component, 'label', component.label, language) ?? component.path;
      if (index === undefined || !/^\d+$/.test(index)) return { label };
      const row = `${localized(component, 'row', component.properties?.['row'], language) ?? label} ${Number(index) + 1}`;
      const inner = placeOf(component.components, rest, language);
      return inner ? { ...inner, label: `${row}, ${inner.label}` } : { label: row };
    } else if ('key' in component && component.key === key)
      return { label: labelOf(component, language), field: component };
  }
  return undefined;
};

/** The error message of a field outside a form schema, as the library's inputs take it; nothing when nothing is wrong. */
export const errorOf = (
  language: Language,
  problems: Problem[],
  at: string,
): { errorMessage?: { text: string; visuallyHiddenText: string } } => {
  const problem = problems.find((one) => one.at === at);
  if (!problem) return {};
  const { error } = textsOf(language).form;
  return { errorMessage: { text: problemText(language, problem), visuallyHiddenText: error } };
};
