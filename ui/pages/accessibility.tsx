import type { VNode } from 'preact';
import { Layout } from '../parts/layout.tsx';
import { showDate } from '../parts/dates.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext } from '../contract.ts';

/** Facts of the demo city's statement. */
const facts = {
  published: '2026-11-23',
  prepared: '2026-11-23',
  email: 'dostepnosc@miasto-demo.example',
  phone: '+48 81 000 00 00',
  ombudsman: 'https://bip.brpo.gov.pl/',
};

/** The statutory statement; its ids are fixed by the technical conditions of 31 July 2024, version 2.0. */
export const AccessibilityPage = ({ context }: { context: PageContext }): VNode => {
  const { language } = context;
  const { accessibility: t } = textsOf(language);
  return (
    <Layout context={context} title={t.title}>
      <article class="obieg-measure" id="a11y-deklaracja">
        <h1 class="govuk-heading-l">{t.title}</h1>
        <p class="govuk-body" id="a11y-wstep">
          <span id="a11y-podmiot">{t.entity}</span> {t.intro}{' '}
          <a class="govuk-link" id="a11y-url" href="/">
            {t.site}
          </a>
          .
        </p>
        <Day id="a11y-data-publikacja" label={t.published} day={facts.published} language={language} />
        <Day id="a11y-data-aktualizacja" label={t.updated} day={facts.published} language={language} />
        <h2 class="govuk-heading-m">{t.statusTitle}</h2>
        <p class="govuk-body" id="a11y-status">
          {t.status}
        </p>
        <p class="govuk-body">{t.diagram}</p>
        <h2 class="govuk-heading-m">{t.preparedTitle}</h2>
        <Day id="a11y-data-sporzadzenie" label={t.prepared} day={facts.prepared} language={language} />
        <p class="govuk-body">{t.method}</p>
        <p class="govuk-body">{t.keyboard}</p>
        <h2 class="govuk-heading-m" id="a11y-kontakt">
          {t.contactTitle}
        </h2>
        <p class="govuk-body">
          {t.contact} <span id="a11y-osoba">{t.person}</span>. {t.email}{' '}
          <a class="govuk-link" id="a11y-email" href={`mailto:${facts.email}`}>
            {facts.email}
          </a>
          . {t.phone} <span id="a11y-telefon">{facts.phone}</span>.
        </p>
        <h2 class="govuk-heading-m" id="a11y-procedura">
          {t.procedureTitle}
        </h2>
        <p class="govuk-body">{t.procedure}</p>
        <p class="govuk-body">{t.complaint}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={facts.ombudsman}>
            {t.ombudsman}
          </a>
        </p>
        <h2 class="govuk-heading-m">{t.otherTitle}</h2>
        <p class="govuk-body">{t.other}</p>
      </article>
    </Layout>
  );
};

const Day = (props: { id: string; label: string; day: string; language: 'pl' | 'en' | 'uk' }): VNode => (
  <p class="govuk-body">
    {props.label}{' '}
    <time id={props.id} datetime={props.day}>
      {showDate(props.language, props.day)}
    </time>
  </p>
);
