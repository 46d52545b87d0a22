import type { VNode } from 'preact';
import { CaseTable } from '../parts/case-table.tsx';
import { Choice, Filters } from '../parts/filters.tsx';
import { count } from '../texts/plural.ts';
import { fieldId } from '../parts/form-context.ts';
import { Govuk } from '../parts/govuk.ts';
import { Layout } from '../parts/layout.tsx';
import { PageLinks } from '../parts/page-links.tsx';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

export const CasesPage = (props: { context: PageContext } & Pages['cases']): VNode => {
  const { context, rows, total, page, pages, filter } = props;
  const { cases: t, inbox, status } = textsOf(context.language);
  return (
    <Layout context={context} title={t.title} casework>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <Filters {...props} action="/cases">
        <Govuk
          name="input"
          params={{ id: fieldId('text'), name: 'text', label: { text: t.text }, value: filter.text ?? '' }}
        />
        <Choice
          name="status"
          label={t.status}
          any={inbox.any}
          chosen={filter.status}
          options={Object.entries(status).map(([value, text]) => ({ value, text }))}
        />
      </Filters>
      {rows.length === 0 ? (
        <p class="govuk-body-l">{t.empty}</p>
      ) : (
        <>
          <p class="obieg-quiet">{count(context.language, t.count, total)}</p>
          <CaseTable language={context.language} rows={rows} caption={t.caption} base="/cases" />
          <PageLinks context={context} page={page} pages={pages} />
        </>
      )}
    </Layout>
  );
};
