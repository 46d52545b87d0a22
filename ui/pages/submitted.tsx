import type { VNode } from 'preact';
import { Govuk } from '../parts/govuk.ts';
import { Layout } from '../parts/layout.tsx';
import { htmlOf } from '../parts/raw.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** The receipt: number and code, shown this once. */
export const SubmittedPage = (props: { context: PageContext } & Pages['submitted']): VNode => {
  const { context, number, code, state, procedure, signedIn } = props;
  const { submitted: t, layout } = textsOf(context.language);
  return (
    <Layout context={context} title={t.title}>
      <div class="obieg-measure">
        <Govuk name="panel" params={{ titleText: t.title, html: htmlOf(<>{procedure.title[context.language]}</>) }} />
        <Govuk
          name="summary-list"
          params={{
            rows: [
              { key: { text: t.number }, value: { html: htmlOf(<strong class="obieg-code">{number}</strong>) } },
              { key: { text: t.code }, value: { html: htmlOf(<strong class="obieg-code">{code}</strong>) } },
            ],
          }}
        />
        <Govuk name="warning-text" params={{ text: t.keep, iconFallbackText: layout.important }} />
        <p class="govuk-body">{t.codeHint}</p>
        <h2 class="govuk-heading-m">{t.next}</h2>
        <p class="govuk-body">{state === 'processing' ? t.processing : t.nextText}</p>
        {signedIn && <p class="govuk-body">{t.myCases}</p>}
        <p class="govuk-body">{t.print}</p>
        <Govuk
          name="button"
          params={{ text: t.track, href: signedIn ? '/my-cases' : `/track?number=${encodeURIComponent(number)}` }}
        />
      </div>
    </Layout>
  );
};
