import type { VNode } from 'preact';
import { Diagram } from '../parts/diagram.tsx';
import { Govuk } from '../parts/govuk.ts';
import { Layout } from '../parts/layout.tsx';
import { htmlOf } from '../parts/raw.ts';
import { showInstant } from '../parts/dates.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** A deployed model as it runs: drawing, the same in words, forms and documents. */
export const ProcedurePage = (props: { context: PageContext } & Pages['procedure']): VNode => {
  const { context, procedure, steps, forms, documents, diagramUrl, nextStart } = props;
  const { language } = context;
  const { procedure: t, procedures, migration } = textsOf(language);
  const { viewer } = context;
  const operates = viewer.kind === 'staff' && viewer.roles.includes('administrator');
  const { title, summary, legalBasis, version, hash, deployedAt } = procedure;
  return (
    <Layout
      context={context}
      title={title[language]}
      islands={['diagram']}
      back={{ href: '/procedures', text: t.back }}
    >
      <h1 class="govuk-heading-l">{title[language]}</h1>
      <p class="govuk-body-l obieg-measure">{summary[language]}</p>
      <Govuk
        name="summary-list"
        params={{
          classes: 'obieg-measure',
          rows: [
            { key: { text: t.basis }, value: { text: legalBasis } },
            { key: { text: procedures.version }, value: { text: String(version) } },
            { key: { text: procedures.deployed }, value: { text: showInstant(language, deployedAt) } },
            { key: { text: procedures.hash }, value: { html: htmlOf(<code class="obieg-hash">{hash}</code>) } },
            ...(nextStart
              ? [
                  {
                    key: { text: t.nextStart },
                    value: { text: nextStart.at === undefined ? t.noMoreStarts : showInstant(language, nextStart.at) },
                  },
                ]
              : []),
            { key: { text: t.documents }, value: { text: documents.map((one) => one[language]).join('; ') || t.none } },
            { key: { text: t.forms }, value: { text: forms.join(', ') || t.none } },
          ],
        }}
      />
      {operates && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/procedures/${procedure.id}/migration`}>
            {migration.open}
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">{t.diagram}</h2>
      <Diagram language={language} url={diagramUrl} steps={steps} />
    </Layout>
  );
};
