import type { VNode } from 'preact';
import { count } from '../texts/plural.ts';
import { Filters } from '../parts/filters.tsx';
import { Layout } from '../parts/layout.tsx';
import { Moj } from '../parts/govuk.ts';
import { PageLinks, withQuery } from '../parts/page-links.tsx';
import { TaskTable } from '../parts/task-table.tsx';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** What waits for me, the most urgent first. Every filter is in the address. */
export const InboxPage = (props: { context: PageContext } & Pages['inbox']): VNode => {
  const { context, rows, total, page, pages, filter, counts } = props;
  const { inbox: t } = textsOf(context.language);
  const filtered = filter.procedure !== undefined || filter.unit !== undefined;
  return (
    <Layout context={context} title={t.title} casework>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <Moj
        name="sub-navigation"
        params={{
          label: t.show,
          items: (['mine', 'all', 'overdue'] as const).map((show) => ({
            text: `${t[show]} (${counts[show]})`,
            href: withQuery(context.path, { show, page: '1' }),
            active: filter.show === show,
          })),
        }}
      />
      <Filters {...props} action="/inbox" kept={{ show: filter.show }} />
      {rows.length === 0 ? (
        <p class="govuk-body-l">{filtered ? t.emptyFiltered : t.empty}</p>
      ) : (
        <>
          <p class="obieg-quiet">{count(context.language, t.count, total)}</p>
          <TaskTable language={context.language} rows={rows} caption={t.caption} />
          <PageLinks context={context} page={page} pages={pages} />
        </>
      )}
    </Layout>
  );
};
