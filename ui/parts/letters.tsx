import type { VNode } from 'preact';
import { Markdown } from './markdown.tsx';
import { showInstant } from './dates.ts';
import type { Language } from '../../processes/language/text.ts';
import type { LetterView } from '../../processes/language/case.ts';

export const Letters = ({
  language,
  letters,
  none,
}: {
  language: Language;
  letters: LetterView[];
  none: string;
}): VNode =>
  letters.length === 0 ? (
    <p class="govuk-body">{none}</p>
  ) : (
    <ul class="obieg-cards">
      {letters.map(({ id, at, subject, body }) => (
        <li class="obieg-card" key={id}>
          <h3 class="obieg-card__title">{subject[language]}</h3>
          <p class="obieg-quiet">{showInstant(language, at)}</p>
          <Markdown text={body[language]} />
        </li>
      ))}
    </ul>
  );
