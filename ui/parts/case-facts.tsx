import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { StatusTag } from './status-tag.tsx';
import { fill } from '../texts/plural.ts';
import { holderText, outcomeText } from './case-words.ts';
import { htmlOf } from './raw.ts';
import { showInstant } from './dates.ts';
import { textsOf } from '../texts/texts.ts';
import type { CaseView } from '../../processes/language/case.ts';
import type { Language } from '../../processes/language/text.ts';

export const CaseFacts = ({ language, view }: { language: Language; view: CaseView }): VNode => {
  const { case: t } = textsOf(language);
  const holders = view.holders.map((holder) => holderText(language, holder)).join('; ');
  const procedure = (
    <a class="govuk-link" href={`/procedures/${view.procedure.id}`}>
      {view.procedure.title[language]}
    </a>
  );
  return (
    <>
      <h2 class="govuk-heading-m">{t.facts}</h2>
      <Govuk
        name="summary-list"
        params={{
          classes: 'obieg-facts',
          rows: [
            {
              key: { text: t.status },
              value: {
                html: htmlOf(
                  <StatusTag language={language} status={view.status} suspended={view.suspended === true} />,
                ),
              },
            },
            ...(view.outcome === undefined
              ? [{ key: { text: t.holders }, value: { text: holders === '' ? t.holdersNone : holders } }]
              : [{ key: { text: t.outcome }, value: { text: outcomeText(language, view.outcome) } }]),
            { key: { text: t.unit }, value: { text: view.unit.name } },
            ...(view.subject === undefined ? [] : [{ key: { text: t.subject }, value: { text: view.subject } }]),
            { key: { text: t.started }, value: { text: showInstant(language, view.startedAt) } },
            {
              key: { text: t.procedure },
              value: {
                html: htmlOf(
                  <>
                    {procedure}, {fill(t.version, { n: view.definition.version })}
                  </>,
                ),
              },
            },
          ],
        }}
      />
    </>
  );
};
