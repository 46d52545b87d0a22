import type { VNode } from 'preact';
import { DaysLeft } from './due.tsx';
import { Govuk } from './govuk.ts';
import { count, fill, wordFor } from '../texts/plural.ts';
import { htmlOf } from './raw.ts';
import { showDate } from './dates.ts';
import { textsOf } from '../texts/texts.ts';
import type { DerivationStep } from '../../processes/language/term.ts';
import type { Language } from '../../processes/language/text.ts';
import type { TermView } from '../../processes/language/case.ts';

/** The legal term, how long there is, and how the law counts it, step by step. */
export const Term = ({ language, term, closed }: { language: Language; term: TermView; closed: boolean }): VNode => {
  const { term: t } = textsOf(language);
  if (closed) return <p class="govuk-body">{t.closed}</p>;
  if (term.settled) return <p class="govuk-body">{t.settled}</p>;
  return (
    <>
      <p class="govuk-body">
        <strong>{fill(t.until, { date: showDate(language, term.dueOn) })}</strong>{' '}
        <DaysLeft language={language} days={term.workingDaysLeft} />
      </p>
      <Govuk
        name="details"
        params={{
          summaryText: t.how,
          html: htmlOf(
            <>
              <p>{fill(t.basis, { basis: term.basis })}</p>
              <ol class="govuk-list govuk-list--number">
                {term.derivation.map((step, index) => (
                  <li key={index}>{derivationSentence(language, step)}</li>
                ))}
              </ol>
            </>,
          ),
        }}
      />
    </>
  );
};

/** One step of counting in words, e.g. `15 listopada 2026 to niedziela, … (KPA art. 57 § 4).` */
export function derivationSentence(language: Language, { rule, on, value = '', basis }: DerivationStep): string {
  const t = textsOf(language);
  const shown = rule === 'count' ? durationText(language, value) : (wordFor(t.holiday, value) ?? value);
  const sentence = fill(t.derivation[rule], { on: showDate(language, on), value: shown });
  return basis === undefined
    ? fill(t.derivation.withoutBasis, { sentence })
    : fill(t.derivation.withBasis, { sentence, basis });
}

/** `P14D` as people say it: 14 dni. */
export const durationText = (language: Language, duration: string): string => {
  const groups = /^P(?<n>\d+)(?<unit>[DWMY])$/.exec(duration)?.groups;
  const unit = groups?.['unit'] as 'D' | 'W' | 'M' | 'Y' | undefined;
  return unit ? count(language, textsOf(language).duration[unit], Number(groups?.['n'])) : duration;
};
