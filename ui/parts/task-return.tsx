import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { fieldId } from './form-context.ts';
import { problemText, textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** Sending the work back in place of doing the task, never without a reason. */
export const TaskReturn = ({ context, task, form }: { context: PageContext } & Pages['task']): VNode | null => {
  if (!task.returnable) return null;
  const { language } = context;
  const { returning: t } = textsOf(language).task;
  const problem = form.problems.find(({ at }) => at === 'reason');
  const { reason } = form.values;
  return (
    <section aria-labelledby="to-return">
      <h2 class="govuk-heading-m" id="to-return">
        {t.title}
      </h2>
      <form method="post" action={`/tasks/${task.id}/return`} noValidate>
        <input type="hidden" name="_csrf" value={context.csrf} />
        <Govuk
          name="textarea"
          params={{
            id: fieldId('reason'),
            name: 'reason',
            label: { text: t.reason },
            hint: { text: t.hint },
            value: problem && typeof reason === 'string' ? reason : '',
            rows: 3,
            ...(problem ? { errorMessage: { text: problemText(language, problem) } } : {}),
          }}
        />
        <Govuk
          name="button"
          params={{ text: t.button, preventDoubleClick: true, classes: 'govuk-button--secondary' }}
        />
      </form>
    </section>
  );
};
