import type { VNode } from 'preact';
import { fill } from '../texts/plural.ts';
import { Govuk } from '../parts/govuk.ts';
import { Layout } from '../parts/layout.tsx';
import { Problems } from '../parts/problems.tsx';
import { SchemaForm } from '../parts/schema-form.tsx';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** One application, filled in by the party or by an office from paper. */
export const ApplicationPage = (props: { context: PageContext } & Pages['application']): VNode => {
  const { context, procedure, schema, form, schools, idempotencyKey, channel } = props;
  const { language } = context;
  const { application: t, applications } = textsOf(language);
  return (
    <Layout
      context={context}
      title={procedure.title[language]}
      hasProblems={form.problems.length > 0}
      back={{ href: '/applications', text: t.back }}
    >
      <div class="obieg-measure">
        <Problems language={language} problems={form.problems} components={schema.components} />
        <h1 class="govuk-heading-l">{procedure.title[language]}</h1>
        <p class="govuk-body">{procedure.summary[language]}</p>
        <p class="obieg-quiet">{fill(applications.basis, { basis: procedure.legalBasis })}</p>
        {channel === 'paper' && <Govuk name="inset-text" params={{ text: t.paper }} />}
        <p class="govuk-body">{t.before}</p>
        <SchemaForm
          context={context}
          action={`/applications/${procedure.id}`}
          schema={schema}
          form={form}
          data={{}}
          schools={schools}
          hidden={{ idempotencyKey }}
        >
          <Govuk
            name="button"
            params={{
              text: channel === 'paper' ? t.submitPaper : t.submit,
              name: '_action',
              value: 'complete',
              preventDoubleClick: true,
            }}
          />
        </SchemaForm>
      </div>
    </Layout>
  );
};
