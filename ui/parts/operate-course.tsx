import type { ComponentChildren, VNode } from 'preact';
import { ActionForm } from './action-form.tsx';
import { Govuk } from './govuk.ts';
import { htmlOf } from './raw.ts';
import { textsOf } from '../texts/texts.ts';
import type { OperatorView } from '../../processes/language/operating.ts';
import type { PageContext } from '../contract.ts';

type Props = { context: PageContext; view: OperatorView };

type ConfirmProps = {
  context: PageContext;
  summary: string;
  text: string;
  action: string;
  button: string;
  children?: ComponentChildren;
};

/** What cannot be taken back, or stops a case, is read about before its button can be pressed. */
const Confirmed = ({ context, summary, text, action, button, children }: ConfirmProps): VNode => (
  <Govuk
    name="details"
    params={{
      summaryText: summary,
      html: htmlOf(
        <form method="post" action={action}>
          <input type="hidden" name="_csrf" value={context.csrf} />
          <p class="govuk-body">{text}</p>
          {children}
          <Govuk name="button" params={{ text: button, preventDoubleClick: true, classes: 'govuk-button--warning' }} />
        </form>,
      ),
    }}
  />
);

const Cancel = ({ context, view }: Props): VNode => {
  const { operating: t } = textsOf(context.language);
  return (
    <Confirmed
      context={context}
      summary={t.cancel}
      text={t.cancelText}
      action={`/cases/${view.id}/cancellation`}
      button={t.cancelButton}
    >
      <Govuk name="checkboxes" params={{ idPrefix: 'undo', name: 'undo', items: [{ value: 'yes', text: t.undo }] }} />
    </Confirmed>
  );
};

const Remove = ({ context, view }: Props): VNode => {
  const { operating: t } = textsOf(context.language);
  const reasons = (['mistake', 'duplicate', 'test'] as const).map((value) => ({ value, text: t.reasons[value] }));
  return (
    <Confirmed
      context={context}
      summary={t.remove}
      text={t.removeText}
      action={`/cases/${view.id}/deletion`}
      button={t.removeButton}
    >
      <Govuk
        name="radios"
        params={{
          idPrefix: 'reason',
          name: 'reason',
          fieldset: { legend: { text: t.reason } },
          items: reasons,
          value: 'mistake',
        }}
      />
    </Confirmed>
  );
};

/** Suspending, resuming, cancelling and deleting the case. */
export const OperateCourse = ({ context, view }: Props): VNode => {
  const { operating: t } = textsOf(context.language);
  return (
    <section aria-labelledby="course">
      <h2 class="govuk-heading-m" id="course">
        {t.course}
      </h2>
      {view.running && view.suspended && (
        <ActionForm context={context} action={`/cases/${view.id}/resumption`} label={t.resume} />
      )}
      {view.running && !view.suspended && (
        <Confirmed
          context={context}
          summary={t.suspend}
          text={t.suspendText}
          action={`/cases/${view.id}/suspension`}
          button={t.suspendButton}
        />
      )}
      {view.running && <Cancel context={context} view={view} />}
      {view.outcome !== 'deleted' && <Remove context={context} view={view} />}
    </section>
  );
};
