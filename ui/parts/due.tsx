import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { count } from '../texts/plural.ts';
import { showDate } from './dates.ts';
import { textsOf } from '../texts/texts.ts';
import type { Language } from '../../processes/language/text.ts';

/** How long there is, in words; colour only repeats what the words say. */
export const DaysLeft = ({ language, days }: { language: Language; days: number }): VNode => {
  const { due } = textsOf(language);
  const text = days === 0 ? due.today : days > 0 ? count(language, due.left, days) : count(language, due.late, -days);
  return (
    <Govuk
      name="tag"
      params={{
        text,
        classes: `obieg-due ${days < 0 ? 'govuk-tag--red' : days <= 3 ? 'govuk-tag--yellow' : 'govuk-tag--grey'}`,
      }}
    />
  );
};

/** The day and how long there is until it. */
export const Due = ({
  language,
  due,
}: {
  language: Language;
  due?: { on: string; workingDaysLeft: number } | undefined;
}): VNode =>
  due ? (
    <>
      {showDate(language, due.on)} <DaysLeft language={language} days={due.workingDaysLeft} />
    </>
  ) : (
    <span class="obieg-quiet">{textsOf(language).due.none}</span>
  );
