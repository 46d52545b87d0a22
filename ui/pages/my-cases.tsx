import type { VNode } from 'preact';
import { CaseKeys } from '../parts/case-keys.tsx';
import { CaseTable } from '../parts/case-table.tsx';
import { Govuk } from '../parts/govuk.ts';
import { Layout } from '../parts/layout.tsx';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

export const MyCasesPage = ({ context, rows, problems }: { context: PageContext } & Pages['my-cases']): VNode => {
  const { myCases: t, cases } = textsOf(context.language);
  return (
    <Layout context={context} title={t.title} hasProblems={problems.length > 0}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      {rows.length === 0 ? (
        <p class="govuk-body">{t.none}</p>
      ) : (
        <CaseTable language={context.language} rows={rows} caption={cases.caption} base="/my-cases" party />
      )}
      <Govuk name="button" params={{ text: t.apply, href: '/applications' }} />
      <div class="obieg-measure">
        <CaseKeys context={context} action="/my-cases" number="" problems={problems} submit={t.adoptSubmit}>
          <h2 class="govuk-heading-m">{t.adopt}</h2>
          <p class="govuk-body">{t.adoptText}</p>
        </CaseKeys>
      </div>
    </Layout>
  );
};
