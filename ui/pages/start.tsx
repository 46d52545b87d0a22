import type { VNode } from 'preact';
import { count } from '../texts/plural.ts';
import { DemoPeople } from '../parts/demo-people.tsx';
import { Govuk } from '../parts/govuk.ts';
import { Layout } from '../parts/layout.tsx';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** The door: what this is, what a parent can do at once, and in demo mode one click into every role. */
export const StartPage = ({ context, procedures, people, open }: { context: PageContext } & Pages['start']): VNode => {
  const { language, demo } = context;
  const { start: t, applications, nav } = textsOf(language);
  return (
    <Layout context={context} title={t.title}>
      <h1 class="govuk-heading-xl obieg-headline">{t.title}</h1>
      <p class="govuk-body-l obieg-measure">{t.lead}</p>
      <div class="obieg-tiles">
        {procedures.map(({ id, title, summary }) => (
          <Tile key={id} title={title[language]} text={summary[language]}>
            <Govuk
              name="button"
              params={{
                text: applications.start,
                href: `/applications/${id}`,
                attributes: { 'aria-label': `${applications.start}: ${title[language]}` },
              }}
            />
          </Tile>
        ))}
        <Tile title={t.trackTitle} text={t.track}>
          <Govuk name="button" params={{ text: nav.track, href: '/track', classes: 'govuk-button--secondary' }} />
        </Tile>
        <Tile title={t.verifyTitle} text={t.verify}>
          <Govuk name="button" params={{ text: nav.verify, href: '/verify', classes: 'govuk-button--secondary' }} />
        </Tile>
      </div>
      {demo && people.length > 0 && (
        <>
          <h2 class="govuk-heading-l">{t.steps.title}</h2>
          <ol class="govuk-list govuk-list--number govuk-list--spaced obieg-measure">
            {[t.steps.apply, t.steps.secretary, t.steps.clerk, t.steps.sign, t.steps.verify].map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <h2 class="govuk-heading-l">{t.demoTitle}</h2>
          <p class="govuk-body obieg-measure">{t.demoText}</p>
          <DemoPeople language={language} people={people} href={(id) => `/sign-in?person=${encodeURIComponent(id)}`} />
        </>
      )}
      <p class="obieg-quiet">{count(language, t.openCases, open.cases)}</p>
    </Layout>
  );
};

const Tile = ({ title, text, children }: { title: string; text: string; children: VNode }): VNode => (
  <section class="obieg-tile">
    <h2 class="govuk-heading-m">{title}</h2>
    <p class="govuk-body">{text}</p>
    {children}
  </section>
);
