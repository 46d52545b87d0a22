import type { VNode } from 'preact';
import { StackedTable } from './stacked-table.tsx';
import { stepAnchor } from './step-list.tsx';
import { problemText, textsOf } from '../texts/texts.ts';
import type { FindingView } from '../contract.ts';
import type { Language } from '../../processes/language/text.ts';

type Props = { language: Language; title: string; text?: string; findings: FindingView[] };

/** What is said of places of a model: each leads to its step in the list below. Nothing where there is nothing to say. */
export const Findings = ({ language, title, text, findings }: Props): VNode | null => {
  const { modelCheck: t } = textsOf(language);
  if (findings.length === 0) return null;
  return (
    <section class="obieg-findings">
      <h2 class="govuk-heading-m">{title}</h2>
      {text !== undefined && <p class="govuk-body obieg-measure">{text}</p>}
      <StackedTable
        caption={title}
        columns={[t.element, t.line, t.what]}
        rows={findings.map((finding) => [
          <Place language={language} finding={finding} />,
          finding.values?.['line'] ?? '',
          problemText(language, finding),
        ])}
      />
    </section>
  );
};

const Place = ({ language, finding: { at, name, step } }: { language: Language; finding: FindingView }): VNode => {
  if (at === '') return <>{textsOf(language).modelCheck.wholeFile}</>;
  const label = name === undefined ? <code>{at}</code> : <strong>{name}</strong>;
  return (
    <>
      {step === undefined ? (
        label
      ) : (
        <a class="govuk-link" href={`#${stepAnchor(step)}`}>
          {label}
        </a>
      )}
      {name !== undefined && <code class="obieg-quiet obieg-line">{at}</code>}
    </>
  );
};
