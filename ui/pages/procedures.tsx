import type { VNode } from 'preact';
import { Layout } from '../parts/layout.tsx';
import { StackedTable } from '../parts/stacked-table.tsx';
import { showInstant } from '../parts/dates.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

export const ProceduresPage = ({ context, rows, mayCheck }: { context: PageContext } & Pages['procedures']): VNode => {
  const { language } = context;
  const { procedures: t, modelCheck } = textsOf(language);
  return (
    <Layout context={context} title={t.title}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body obieg-measure">{t.text}</p>
      {mayCheck && (
        <p class="govuk-body">
          <a class="govuk-link" href="/models/check">
            {modelCheck.title}
          </a>
        </p>
      )}
      {rows.length === 0 ? (
        <p class="govuk-body">{t.none}</p>
      ) : (
        <StackedTable
          caption={t.title}
          columns={[t.title, t.version, t.deployed, t.hash]}
          rows={rows.map(({ id, title, summary, version, deployedAt, hash }) => [
            <>
              <a class="govuk-link obieg-strong" href={`/procedures/${id}`}>
                {title[language]}
              </a>
              <span class="obieg-quiet obieg-line">{summary[language]}</span>
            </>,
            version,
            showInstant(language, deployedAt),
            <code>{hash.slice(0, 12)}</code>,
          ])}
        />
      )}
    </Layout>
  );
};
