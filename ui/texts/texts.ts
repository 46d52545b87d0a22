import { en } from './en.ts';
import { fill, wordFor } from './plural.ts';
import { pl } from './pl.ts';
import { uk } from './uk.ts';
import type { FailureCode, Problem } from '../../processes/language/failure.ts';
import type { Language } from '../../processes/language/text.ts';

/** Every sentence a person reads. Polish decides which there are: a missing key in another language does not compile. */
export type Texts = typeof pl;

const all: Record<Language, Texts> = { pl, en, uk };

/** All texts in the reader's language. */
export const textsOf = (language: Language): Texts => all[language];

/** What went wrong and what to do now, for people. */
export const failureText = (language: Language, code: FailureCode): { title: string; advice: string } =>
  all[language].failure[code];

/** The sentence for one wrong place; an unknown code gets what its finder said, or else a sentence that is still true. */
export function problemText(language: Language, { code, values }: Omit<Problem, 'at'>): string {
  const sentences = all[language].problem;
  const known = wordFor(sentences, code);
  if (known === undefined && values?.['message'] !== undefined) return String(values['message']);
  return fill(known ?? sentences.unknown, { code, ...values });
}
