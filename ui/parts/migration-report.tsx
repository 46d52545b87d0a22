import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { StackedTable } from './stacked-table.tsx';
import { failureText, problemText, textsOf } from '../texts/texts.ts';
import { fill } from '../texts/plural.ts';
import type { Language } from '../../processes/language/text.ts';
import type { MigrationReport as Report, MigrationRow } from '../../processes/language/operating.ts';

const colours: Record<MigrationRow['state'], string> = {
  ready: 'govuk-tag--teal',
  refused: 'govuk-tag--red',
  migrated: 'govuk-tag--grey',
};

const Moves = ({ language, row }: { language: Language; row: MigrationRow }): VNode | null => {
  const { moved } = textsOf(language).migration;
  if (row.moves.length === 0) return null;
  return (
    <ul class="govuk-list">
      {row.moves.map(({ from, to }, index) => (
        <li key={index}>{from === to ? from : fill(moved, { from, to })}</li>
      ))}
    </ul>
  );
};

const Reasons = ({ language, row }: { language: Language; row: MigrationRow }): VNode | null => {
  if (row.problems.length === 0)
    return row.failure === undefined ? null : <span>{failureText(language, row.failure).title}</span>;
  return (
    <ul class="govuk-list">
      {row.problems.map((problem) => (
        <li key={`${problem.at} ${problem.code}`}>
          <code>{problem.at}</code> {problemText(language, problem)}
        </li>
      ))}
    </ul>
  );
};

/** Each running case: where its tokens would stand, and what stands against it. */
export const MigrationReport = ({ language, report }: { language: Language; report: Report }): VNode => {
  const { migration: t } = textsOf(language);
  if (report.rows.length === 0) return <p class="govuk-body">{t.none}</p>;
  const { columns } = t;
  return (
    <>
      <StackedTable
        caption={t.planned}
        columns={[columns.number, columns.version, columns.state, columns.moves, columns.problems]}
        rows={report.rows.map((row) => [
          <a class="govuk-link" href={`/cases/${row.id}/operate`}>
            {row.number}
          </a>,
          String(row.version),
          <Govuk name="tag" params={{ text: t.states[row.state], classes: colours[row.state] }} />,
          <Moves language={language} row={row} />,
          <Reasons language={language} row={row} />,
        ])}
      />
      {report.more && <p class="govuk-body">{t.more}</p>}
    </>
  );
};
