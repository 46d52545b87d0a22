import type { VNode } from 'preact';
import { ActionForm } from '../parts/action-form.tsx';
import { Documents } from '../parts/documents.tsx';
import { Govuk } from '../parts/govuk.ts';
import { Layout } from '../parts/layout.tsx';
import { Problems } from '../parts/problems.tsx';
import { TaskFacts } from '../parts/task-facts.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { TaskReturn } from '../parts/task-return.tsx';
import { TaskSignature } from '../parts/task-signature.tsx';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** One thing to do: what it is about, the document to sign if there is one, and its form. */
export const TaskPage = (props: { context: PageContext } & Pages['task']): VNode => {
  const { context, task, form, mayAct } = props;
  const { language, viewer } = context;
  const { task: t, document } = textsOf(language);
  const staff = viewer.kind === 'staff';
  return (
    <Layout
      context={context}
      title={`${task.name}, ${task.case.number}`}
      hasProblems={form.problems.length > 0}
      casework={staff}
      islands={mayAct && task.state === 'open' ? ['draft'] : []}
      back={staff ? { href: '/inbox', text: t.back } : { href: `/my-cases/${task.case.id}`, text: t.backToCase }}
    >
      <Problems
        language={language}
        problems={form.problems}
        components={task.form.components}
        places={{ reason: t.returning.reason }}
      />
      <span class="govuk-caption-l">{task.procedure.title[language]}</span>
      <h1 class="govuk-heading-l">{task.name}</h1>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <State {...props} />
          {task.state === 'open' && <TaskSignature {...props} />}
          {task.state === 'open' && mayAct && <TaskForm {...props} />}
          {task.state === 'open' && mayAct && <TaskReturn {...props} />}
        </div>
        <aside class="govuk-grid-column-one-third">
          <TaskFacts context={context} task={task} />
          {staff && mayAct && task.state === 'open' && (
            <ActionForm
              context={context}
              action={`/tasks/${task.id}/${task.assignee ? 'release' : 'claim'}`}
              label={task.assignee ? t.release : t.claim}
              secondary
            />
          )}
          <h2 class="govuk-heading-m">{t.documents}</h2>
          <Documents
            language={language}
            documents={task.documents}
            base={`/${staff ? 'cases' : 'my-cases'}/${task.case.id}/documents`}
            none={document.none}
            names={staff}
          />
        </aside>
      </div>
    </Layout>
  );
};

const State = ({ context, task, mayAct }: { context: PageContext } & Pages['task']): VNode | null => {
  const { task: t } = textsOf(context.language);
  if (task.state !== 'open') return <Govuk name="inset-text" params={{ text: t.closed[task.state] }} />;
  return mayAct ? null : <Govuk name="inset-text" params={{ text: t.notYours }} />;
};
