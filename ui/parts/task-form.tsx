import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { asksAnything } from '../../processes/language/form-fields.ts';
import { SchemaForm } from './schema-form.tsx';
import { fill } from '../texts/plural.ts';
import { showInstant } from './dates.ts';
import { textsOf } from '../texts/texts.ts';
import type { Language } from '../../processes/language/text.ts';
import type { PageContext, Pages } from '../contract.ts';

/** The form of the task; its draft is kept by the button and, with JavaScript, while one types. */
export const TaskForm = ({ context, task, form, schools }: { context: PageContext } & Pages['task']): VNode => {
  const { language } = context;
  const { task: t } = textsOf(language);
  const mustSign = task.signature !== undefined && !task.signature.signed;
  const asks = asksAnything(task.form);
  return (
    <>
      <h2 class="govuk-heading-m">{t.form}</h2>
      <SchemaForm
        context={context}
        action={`/tasks/${task.id}`}
        schema={task.form}
        form={form}
        data={task.data}
        schools={schools}
        enter="save"
        hidden={{ _revision: String(task.draft?.revision ?? 0) }}
        island={{
          'data-draft-url': `/tasks/${task.id}/draft`,
          'data-draft-saving': t.saving,
          'data-draft-saved': t.autosaved,
          'data-draft-conflict': t.draftConflict,
          'data-draft-failed': t.draftFailed,
        }}
      >
        <output class="obieg-quiet obieg-line" data-draft-status>
          {task.draft ? fill(t.draftSaved, { at: showInstant(language, task.draft.savedAt) }) : ''}
        </output>
        {/* Where nothing else is asked, the signature above completes the task. */}
        {(asks || !mustSign) && <Buttons language={language} asks={asks} mustSign={mustSign} />}
      </SchemaForm>
    </>
  );
};

const Buttons = ({ language, asks, mustSign }: { language: Language; asks: boolean; mustSign: boolean }): VNode => {
  const { task: t } = textsOf(language);
  return (
    <>
      {mustSign && <p class="govuk-body">{t.sign.first}</p>}
      <div class="govuk-button-group">
        <Govuk
          name="button"
          params={{
            text: t.complete,
            name: '_action',
            value: 'complete',
            preventDoubleClick: true,
            ...(mustSign ? { classes: 'govuk-button--secondary' } : {}),
          }}
        />
        {asks && (
          <Govuk
            name="button"
            params={{ text: t.save, name: '_action', value: 'save', classes: 'govuk-button--secondary' }}
          />
        )}
      </div>
    </>
  );
};
