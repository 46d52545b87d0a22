import type { VNode } from 'preact';
import { Diagram } from './diagram.tsx';
import { Findings } from './findings.tsx';
import { Govuk } from './govuk.ts';
import { StepList } from './step-list.tsx';
import { count } from '../texts/plural.ts';
import { textsOf } from '../texts/texts.ts';
import type { ModelVerdictView, PageContext } from '../contract.ts';

type Props = { context: PageContext; verdict: ModelVerdictView };

/** The field that holds the file: the export sends it, and the drawing is made from it. */
const xmlField = 'model-xml';

/** The answer first, in one sentence; then every place it rests on; then the model itself. */
export const ModelVerdict = ({ context, verdict }: Props): VNode => {
  const { language } = context;
  const { modelCheck: t } = textsOf(language);
  const { fileName, runs, problems, rules, losses, conversions } = verdict;
  return (
    <>
      <section class={`obieg-verdict obieg-verdict--${runs ? 'good' : 'bad'}`} aria-labelledby="verdict">
        <h2 class="govuk-heading-l" id="verdict">
          {runs ? t.runs : t.runsNot}
        </h2>
        <p class="govuk-body">{runs ? t.runsText : count(language, t.runsNotText, problems.length)}</p>
        <p class="govuk-body">
          {t.file}: <code>{fileName}</code>
        </p>
      </section>
      <Findings language={language} title={t.problems} findings={problems} />
      <Findings language={language} title={t.rules} text={runs ? t.rulesText : t.rulesBrokenText} findings={rules} />
      <Findings language={language} title={t.conversions} findings={conversions} />
      <Drawing context={context} verdict={verdict} />
      <Findings language={language} title={t.losses} findings={losses} />
      <Export context={context} verdict={verdict} />
    </>
  );
};

/** The drawing shows where the problems are; a file without one has its steps as a list. */
const Drawing = ({ context: { language }, verdict }: Props): VNode => {
  const { modelCheck: t } = textsOf(language);
  const faulty = new Set(verdict.problems.flatMap(({ step }) => step ?? []));
  const steps = verdict.steps.map((step) => ({ ...step, faulty: faulty.has(step.element) }));
  const faults = [...new Set(verdict.problems.flatMap(({ at }) => (at === '' ? [] : [at])))];
  return (
    <>
      <h2 class="govuk-heading-m">{t.diagram}</h2>
      {verdict.drawn ? (
        <Diagram language={language} url={`#${xmlField}`} steps={steps} faults={faults} />
      ) : (
        <>
          <p class="govuk-body">{t.notDrawn}</p>
          <StepList language={language} steps={steps} />
        </>
      )}
    </>
  );
};

const Export = ({ context, verdict }: Props): VNode => {
  const { modelCheck: t } = textsOf(context.language);
  return (
    <form method="post" action="/models/export">
      <h2 class="govuk-heading-m">{t.export}</h2>
      <p class="govuk-body obieg-measure">
        {t.exportText} {verdict.losses.length === 0 && t.nothingLost}
      </p>
      <input type="hidden" name="_csrf" value={context.csrf} />
      <input type="hidden" name="fileName" value={verdict.fileName} />
      <input type="hidden" name="xml" id={xmlField} value={verdict.xml} />
      <Govuk name="button" params={{ text: t.download, classes: 'govuk-button--secondary' }} />
    </form>
  );
};
