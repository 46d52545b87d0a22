import { formatAmount } from './amount.ts';
import { problemText } from '../texts/texts.ts';
import type { Content } from './component-params.ts';
import type { FieldBase, KeyedField } from '../../processes/language/form.ts';
import type { Json, JsonObject } from '../../processes/language/ids.ts';
import type { Language } from '../../processes/language/text.ts';
import type { Problem } from '../../processes/language/failure.ts';
import type { Texts } from '../texts/texts.ts';
import type { Unit } from '../../processes/language/party.ts';

/** What every field of one form needs to draw itself. */
export type FormContext = {
  language: Language;
  texts: Texts;
  schools: Unit[];
  problems: Problem[];
  /** variables of the case: what read-only fields show and outer conditions name */
  data: JsonObject;
};

export type FieldProps<Field extends KeyedField = KeyedField> = {
  form: FormContext;
  field: Field;
  /** name in the HTML form, e.g. `members.0.name` */
  name: string;
  value: Json | undefined;
};

/** A text of a component in the reader's language: the plain attribute is Polish, the others are properties. */
export const localized = (
  component: FieldBase,
  attribute: string,
  polish: string | undefined,
  language: Language,
): string | undefined => (language === 'pl' ? polish : (component.properties?.[`${attribute}.${language}`] ?? polish));

/** Prefixed, so that no form key can collide with an id of the page. */
export const fieldId = (name: string): string => `field-${name}`;

export const labelOf = (field: KeyedField, language: Language): string =>
  localized(field, 'label', field.label, language) ?? field.key;

/** The sentence for a problem of a field; for a pattern the form's author may have written a better one. */
export const fieldProblemText = (language: Language, field: KeyedField, problem: Problem): string => {
  const polish = language === 'pl' ? field.validate?.patternErrorMessage : undefined;
  const own = problem.code === 'pattern' ? localized(field, 'patternErrorMessage', polish, language) : undefined;
  return own ?? problemText(language, problem);
};

/** What every field hands to its library template. */
export function fieldParts({ form, field, name }: FieldProps): {
  id: string;
  name: string;
  label: string;
  hint?: Content;
  errorMessage?: { text: string; visuallyHiddenText: string };
} {
  const { language, texts, problems } = form;
  const label = labelOf(field, language);
  const hint = localized(field, 'description', field.description, language);
  const problem = problems.find(({ at }) => at === name);
  return {
    id: fieldId(name),
    name,
    label:
      field.validate?.required || field.type === 'checkbox' ? label : texts.form.optional.replace('{label}', label),
    ...(hint === undefined ? {} : { hint: { text: hint } }),
    ...(problem
      ? { errorMessage: { text: fieldProblemText(language, field, problem), visuallyHiddenText: texts.form.error } }
      : {}),
  };
}

/** A value as a person would type it. Numbers of money fields are grosze. */
export const typed = (field: KeyedField, value: Json | undefined): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number')
    return field.properties?.['kind'] === 'money' ? formatAmount(value) : String(value).replace('.', ',');
  return typeof value === 'object' ? '' : String(value);
};
