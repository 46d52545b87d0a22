import type { VNode } from 'preact';
import { fill } from '../texts/plural.ts';
import { Govuk } from '../parts/govuk.ts';
import { Layout } from '../parts/layout.tsx';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** What can be applied for, each in plain words. */
export const ApplicationsPage = ({ context, procedures }: { context: PageContext } & Pages['applications']): VNode => {
  const { language, viewer } = context;
  const { applications: t, nav } = textsOf(language);
  const title = viewer.kind === 'staff' ? nav.register : t.title;
  return (
    <Layout context={context} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body obieg-measure">{procedures.length === 0 ? t.none : t.text}</p>
      <div class="obieg-tiles">
        {procedures.map(({ id, title, summary, legalBasis }) => (
          <section class="obieg-tile" key={id}>
            <h2 class="govuk-heading-m">{title[language]}</h2>
            <p class="govuk-body">{summary[language]}</p>
            <p class="obieg-quiet">{fill(t.basis, { basis: legalBasis })}</p>
            <Govuk
              name="button"
              params={{
                text: t.start,
                href: `/applications/${id}`,
                attributes: { 'aria-label': fill(t.startFor, { title: title[language] }) },
              }}
            />
          </section>
        ))}
      </div>
    </Layout>
  );
};
