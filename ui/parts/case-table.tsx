import type { VNode } from 'preact';
import { Due } from './due.tsx';
import { StackedTable } from './stacked-table.tsx';
import { StatusTag } from './status-tag.tsx';
import { textsOf } from '../texts/texts.ts';
import type { CaseRow } from '../../processes/language/case.ts';
import type { Language } from '../../processes/language/text.ts';

type Props = {
  language: Language;
  rows: CaseRow[];
  caption: string;
  /** a case is at `<base>/<id>` */ base: string;
  /** a party learns of no incident: for them the case goes on */ party?: boolean;
};

export const CaseTable = ({ language, rows, caption, base, party = false }: Props): VNode => {
  const { columns } = textsOf(language).cases;
  return (
    <StackedTable
      caption={caption}
      columns={[columns.number, columns.procedure, columns.unit, columns.stage, columns.due, columns.state]}
      rows={rows.map((row) => [
        <>
          <a class="govuk-link obieg-strong" href={`${base}/${row.id}`}>
            {row.number}
          </a>
          {row.subject !== undefined && <span class="obieg-quiet obieg-line">{row.subject}</span>}
        </>,
        row.procedure.title[language],
        row.unit.name,
        row.stage?.label[language],
        row.status === 'completed' ? undefined : <Due language={language} due={row.due} />,
        <StatusTag
          language={language}
          status={party && row.status === 'incident' ? 'open' : row.status}
          suspended={!party && row.suspended === true}
        />,
      ])}
    />
  );
};
