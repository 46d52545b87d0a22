import type { VNode } from 'preact';
import { ActionForm } from './action-form.tsx';
import { fill } from '../texts/plural.ts';
import { failureText, textsOf } from '../texts/texts.ts';
import { showInstant } from './dates.ts';
import type { CaseView } from '../../processes/language/case.ts';
import type { PageContext } from '../contract.ts';

type Props = { context: PageContext; view: CaseView; mayRetry: boolean };

/** Steps that stopped: why, what to do, and the button that tries again. */
export const Incidents = ({ context, view, mayRetry }: Props): VNode | null => {
  const { language } = context;
  const { case: t } = textsOf(language);
  if (view.incidents.length === 0) return null;
  return (
    <section class="obieg-incidents" aria-labelledby="incidents">
      <h2 class="govuk-heading-m" id="incidents">
        {t.incidents}
      </h2>
      {view.incidents.map(({ id, name, failure, detail, since }) => {
        const { title, advice } = failureText(language, failure);
        return (
          <div key={id}>
            <p class="govuk-body">
              <strong>{fill(t.incident, { name, at: showInstant(language, since) })}</strong> {title}. {advice}
            </p>
            <p class="obieg-quiet">
              <code lang="en">{detail}</code>
            </p>
            {mayRetry && (
              <ActionForm
                context={context}
                action={`/cases/${view.id}/incidents/${encodeURIComponent(id)}/retry`}
                label={t.retry}
                secondary
              />
            )}
          </div>
        );
      })}
    </section>
  );
};
