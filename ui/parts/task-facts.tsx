import type { VNode } from 'preact';
import { Due } from './due.tsx';
import { Govuk } from './govuk.ts';
import { htmlOf } from './raw.ts';
import { showInstant } from './dates.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext } from '../contract.ts';
import type { TaskView } from '../../processes/language/case.ts';

/** What the task is about, in a few facts. */
export const TaskFacts = ({ context: { language, viewer }, task }: { context: PageContext; task: TaskView }): VNode => {
  const { task: t } = textsOf(language);
  const base = viewer.kind === 'staff' ? '/cases' : '/my-cases';
  const caseLink = (
    <a class="govuk-link" href={`${base}/${task.case.id}`}>
      {task.case.number}
    </a>
  );
  return (
    <>
      <h2 class="govuk-heading-m">{t.facts}</h2>
      <Govuk
        name="summary-list"
        params={{
          classes: 'obieg-facts',
          rows: [
            { key: { text: t.case }, value: { html: htmlOf(caseLink) } },
            { key: { text: t.due }, value: { html: htmlOf(<Due language={language} due={task.due} />) } },
            { key: { text: t.unit }, value: { text: task.unit.name } },
            ...(task.subject === undefined ? [] : [{ key: { text: t.subject }, value: { text: task.subject } }]),
            ...(viewer.kind === 'staff'
              ? [{ key: { text: t.assignee }, value: { text: task.assignee?.name ?? t.nobody } }]
              : []),
            { key: { text: t.opened }, value: { text: showInstant(language, task.openedAt) } },
          ],
        }}
      />
    </>
  );
};
