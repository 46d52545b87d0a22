import type { VNode } from 'preact';
import { Govuk } from '../parts/govuk.ts';
import { Layout } from '../parts/layout.tsx';
import { MigrationReport } from '../parts/migration-report.tsx';
import { fieldId } from '../parts/form-context.ts';
import { fill } from '../texts/plural.ts';
import { showInstant } from '../parts/dates.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

type Props = { context: PageContext } & Pages['migration'];

const Wanted = ({ context, procedure, versions, typed }: Props): VNode => {
  const { language } = context;
  const { migration: t } = textsOf(language);
  return (
    <form method="post" action={`/procedures/${procedure.id}/migration/plan`}>
      <input type="hidden" name="_csrf" value={context.csrf} />
      <Govuk
        name="select"
        params={{
          id: fieldId('to'),
          name: 'to',
          label: { text: t.to },
          items: versions.map(({ hash, version, deployedAt }) => ({
            value: hash,
            text: fill(t.version, { n: version, at: showInstant(language, deployedAt) }),
          })),
          value: typed.to,
        }}
      />
      <Govuk
        name="textarea"
        params={{
          id: fieldId('mapping'),
          name: 'mapping',
          label: { text: t.mapping },
          hint: { text: t.mappingHint },
          value: typed.mapping,
          rows: 4,
        }}
      />
      <Govuk name="button" params={{ text: t.plan, preventDoubleClick: true, classes: 'govuk-button--secondary' }} />
    </form>
  );
};

const Apply = ({ context, procedure, typed }: Props): VNode => {
  const { migration: t } = textsOf(context.language);
  return (
    <form method="post" action={`/procedures/${procedure.id}/migration`}>
      {Object.entries({ _csrf: context.csrf, ...typed }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p class="govuk-body">{t.applyText}</p>
      <Govuk name="button" params={{ text: t.apply, preventDoubleClick: true, classes: 'govuk-button--warning' }} />
    </form>
  );
};

/** Running cases put on another version: what is wanted, what would happen to each, and the button that does it. */
export const MigrationPage = (props: Props): VNode => {
  const { context, procedure, report, applied } = props;
  const { language } = context;
  const { migration: t } = textsOf(language);
  const ready = !applied && report?.rows.some(({ state }) => state === 'ready');
  return (
    <Layout context={context} title={t.title} casework back={{ href: `/procedures/${procedure.id}`, text: t.back }}>
      <span class="govuk-caption-l">{procedure.title[language]}</span>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body obieg-measure">{t.hint}</p>
      <Wanted {...props} />
      {report && (
        <>
          <h2 class="govuk-heading-m">{applied ? t.applied : t.planned}</h2>
          <MigrationReport language={language} report={report} />
        </>
      )}
      {ready && <Apply {...props} />}
    </Layout>
  );
};
