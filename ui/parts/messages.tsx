import type { VNode } from 'preact';
import { ActionForm } from './action-form.tsx';
import { textsOf } from '../texts/texts.ts';
import type { CaseView } from '../../processes/language/case.ts';
import type { PageContext } from '../contract.ts';

type Props = { context: PageContext; view: CaseView; messages: { message: string; label: string }[] };

/** What may arrive from outside and be registered by hand, e.g. a proof of delivery. */
export const Messages = ({ context, view, messages }: Props): VNode | null => {
  const { case: t } = textsOf(context.language);
  if (messages.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{t.deliver}</h2>
      <div class="govuk-button-group">
        {messages.map(({ message, label }) => (
          <ActionForm
            key={message}
            context={context}
            action={`/cases/${view.id}/messages/${encodeURIComponent(message)}`}
            label={label}
            secondary
          />
        ))}
      </div>
    </>
  );
};
