import type { VNode } from 'preact';
import { CaseFacts } from '../parts/case-facts.tsx';
import { CaseParameters } from '../parts/case-parameters.tsx';
import { Diagram } from '../parts/diagram.tsx';
import { Documents } from '../parts/documents.tsx';
import { History } from '../parts/history.tsx';
import { Incidents } from '../parts/incidents.tsx';
import { Layout } from '../parts/layout.tsx';
import { Letters } from '../parts/letters.tsx';
import { Messages } from '../parts/messages.tsx';
import { Stages } from '../parts/stages.tsx';
import { TaskTable } from '../parts/task-table.tsx';
import { Term } from '../parts/term.tsx';
import { fill } from '../texts/plural.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** Everything about one case, for the office. */
export const CasePage = (props: { context: PageContext } & Pages['case']): VNode => {
  const { context, case: view, diagramUrl, may } = props;
  const { language } = context;
  const { case: t, term, stages, document, inbox, operating } = textsOf(language);
  const title = fill(t.title, { number: view.number });
  return (
    <Layout context={context} title={title} casework islands={['diagram']} back={{ href: '/cases', text: t.back }}>
      <span class="govuk-caption-l">{view.procedure.title[language]}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {may.operate && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${view.id}/operate`}>
            {operating.open}
          </a>
        </p>
      )}
      <Incidents context={context} view={view} mayRetry={may.retry} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h2 class="govuk-heading-m">{stages.title}</h2>
          <Stages language={language} stages={view.stages} />
          <h2 class="govuk-heading-m">{term.title}</h2>
          <Term language={language} term={view.term} closed={view.status === 'completed'} />
        </div>
        <div class="govuk-grid-column-one-third">
          <CaseFacts language={language} view={view} />
        </div>
      </div>
      <h2 class="govuk-heading-m">{t.tasks}</h2>
      {view.tasks.length === 0 ? (
        <p class="govuk-body">{t.tasksNone}</p>
      ) : (
        <TaskTable language={language} rows={view.tasks} caption={inbox.caption} />
      )}
      <Messages context={context} view={view} messages={may.deliver} />
      <h2 class="govuk-heading-m">{t.documents}</h2>
      <Documents
        language={language}
        documents={view.documents}
        base={`/cases/${view.id}/documents`}
        none={document.none}
        names
      />
      <h2 class="govuk-heading-m">{t.letters}</h2>
      <Letters language={language} letters={view.messages} none={t.lettersNone} />
      <h2 class="govuk-heading-m">{t.diagram}</h2>
      <Diagram language={language} url={diagramUrl} steps={view.steps} flows={view.flowsTaken ?? []} />
      <CaseParameters language={language} parameters={view.parameters} />
      <h2 class="govuk-heading-m">{t.history}</h2>
      <History language={language} lines={view.history} />
    </Layout>
  );
};
