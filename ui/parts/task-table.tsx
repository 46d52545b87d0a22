import type { VNode } from 'preact';
import { Due } from './due.tsx';
import { StackedTable } from './stacked-table.tsx';
import { ProgressTag } from './progress-tag.tsx';
import { textsOf } from '../texts/texts.ts';
import type { Language } from '../../processes/language/text.ts';
import type { TaskRow } from '../../processes/language/case.ts';

export const TaskTable = ({
  language,
  rows,
  caption,
}: {
  language: Language;
  rows: TaskRow[];
  caption: string;
}): VNode => {
  const { columns } = textsOf(language).inbox;
  return (
    <StackedTable
      caption={caption}
      columns={[columns.task, columns.due, columns.case, columns.unit, columns.state]}
      rows={rows.map((row) => [
        <>
          <a class="govuk-link obieg-strong" href={`/tasks/${row.id}`}>
            {row.name}
            <span class="govuk-visually-hidden">{`, ${row.case.number}`}</span>
          </a>
          {row.subject !== undefined && <span class="obieg-quiet obieg-line">{row.subject}</span>}
        </>,
        <Due language={language} due={row.due} />,
        <>
          <a class="govuk-link" href={`/cases/${row.case.id}`}>
            {row.case.number}
          </a>
          <span class="obieg-quiet obieg-line">{row.procedure.title[language]}</span>
        </>,
        row.unit.name,
        <ProgressTag language={language} row={row} />,
      ])}
    />
  );
};
