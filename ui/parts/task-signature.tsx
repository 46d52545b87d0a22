import type { VNode } from 'preact';
import { ActionForm } from './action-form.tsx';
import { asksAnything } from '../../processes/language/form-fields.ts';
import { Govuk } from './govuk.ts';
import { fill } from '../texts/plural.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

type Props = { context: PageContext } & Pages['task'];

/** The document this task wants signed: read it, sign it, then complete the task. */
export const TaskSignature = (props: Props): VNode | null => {
  const { context, task } = props;
  if (!task.signature) return null;
  const { language, viewer } = context;
  const { task: t } = textsOf(language);
  const { document, signed } = task.signature;
  const head = document.revisions.at(-1);
  const base = viewer.kind === 'staff' ? '/cases' : '/my-cases';
  return (
    <section class="obieg-sign" aria-labelledby="to-sign">
      <h2 class="govuk-heading-m" id="to-sign">
        {t.sign.title}
      </h2>
      <p class="govuk-body">
        <a
          class="govuk-link obieg-strong"
          href={`${base}/${task.case.id}/documents/${document.id}`}
          target="_blank"
          rel="noopener"
        >
          {fill(t.sign.open, { title: document.title[language] })}
          <span class="govuk-visually-hidden"> {textsOf(language).layout.newWindow}</span>
        </a>
      </p>
      {head && (
        <p class="obieg-quiet">
          {t.sign.hash}: <code class="obieg-hash">{head.sha256}</code>
        </p>
      )}
      {signed ? (
        <Govuk name="inset-text" params={{ text: t.sign.signed }} />
      ) : (
        <SignButton {...props} head={head?.sha256} />
      )}
    </section>
  );
};

const SignButton = ({
  context,
  task,
  canSign,
  mayAct,
  freshSignIn,
  head,
}: Props & { head: string | undefined }): VNode => {
  const { sign: t } = textsOf(context.language).task;
  if (!canSign || !mayAct || head === undefined) return <p class="govuk-body">{t.cannot}</p>;
  return (
    <>
      <p class="govuk-body">{t.read}</p>
      {!asksAnything(task.form) && <p class="govuk-body">{t.andSent}</p>}
      {!freshSignIn && <p class="obieg-quiet">{t.freshHint}</p>}
      <ActionForm
        context={context}
        action={`/tasks/${task.id}/signature`}
        label={freshSignIn ? t.button : t.fresh}
        hidden={{ expectedHead: head }}
      />
    </>
  );
};
