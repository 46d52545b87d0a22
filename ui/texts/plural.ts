import type { Language } from '../../processes/language/text.ts';

/** A counted sentence: which form is taken is decided by Intl.PluralRules of the language. `{n}` is the number. */
export type Plural = { one: string; few?: string; many?: string; other: string };

/** Marks a counted sentence, so that each language may give only the forms it has. */
export const plural = (forms: Plural): Plural => forms;

const rules: Record<Language, Intl.PluralRules> = {
  pl: new Intl.PluralRules('pl'),
  en: new Intl.PluralRules('en'),
  uk: new Intl.PluralRules('uk'),
};

/** The form for a number, e.g. 1 dzień, 2 dni, 5 dni; `{n}` is filled in. */
export function count(language: Language, forms: Plural, n: number): string {
  const category = rules[language].select(n);
  const form = category === 'one' || category === 'few' || category === 'many' ? forms[category] : undefined;
  return (form ?? forms.other).replaceAll('{n}', String(n));
}

/** Puts values into `{name}`s; a name without a value stays as it is. */
export const fill = (sentence: string, values: Record<string, string | number> = {}): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    String(Object.hasOwn(values, name) ? values[name] : whole),
  );

/** The word for a code that may be unknown here, or nothing; `constructor` is no word of any list. */
export const wordFor = (words: Record<string, string>, code: string): string | undefined =>
  Object.hasOwn(words, code) ? words[code] : undefined;
