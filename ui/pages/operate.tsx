import type { VNode } from 'preact';
import { AddToken, CorrectVariable } from '../parts/operate-forms.tsx';
import { Govuk } from '../parts/govuk.ts';
import { Layout } from '../parts/layout.tsx';
import { OperateCourse } from '../parts/operate-course.tsx';
import { OperateTokens } from '../parts/operate-tokens.tsx';
import { Problems } from '../parts/problems.tsx';
import { StatusTag } from '../parts/status-tag.tsx';
import { fill } from '../texts/plural.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** A running case for whoever keeps it running: where it stands and what can be done; nothing of what it says. */
export const OperatePage = (props: { context: PageContext } & Pages['operate']): VNode => {
  const { context, case: view, form } = props;
  const { language } = context;
  const { operating: t } = textsOf(language);
  const title = fill(t.title, { number: view.number });
  return (
    <Layout context={context} title={title} casework back={{ href: `/cases/${view.id}`, text: t.back }}>
      <Problems language={language} problems={form.problems} places={{ name: t.name, value: t.value }} />
      <span class="govuk-caption-l">{view.procedure.title[language]}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <StatusTag language={language} status={view.status} suspended={view.suspended === true} />
      </p>
      <p class="govuk-body obieg-measure">{t.hint}</p>
      {view.suspended && <Govuk name="inset-text" params={{ text: t.suspendedNow }} />}
      {view.running ? (
        <>
          <h2 class="govuk-heading-m">{t.tokens}</h2>
          <OperateTokens context={context} view={view} />
          <AddToken context={context} view={view} />
          <CorrectVariable context={context} view={view} form={form} />
        </>
      ) : (
        <p class="govuk-body">{t.notRunning}</p>
      )}
      <OperateCourse context={context} view={view} />
    </Layout>
  );
};
