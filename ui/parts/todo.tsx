import type { VNode } from 'preact';
import { Due } from './due.tsx';
import { Govuk } from './govuk.ts';
import { htmlOf } from './raw.ts';
import { outcomeText } from './case-words.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext } from '../contract.ts';
import type { PublicCaseView } from '../../processes/language/case.ts';

type Props = { context: PageContext; view: PublicCaseView; own: boolean };

/** What is expected of the reader, first and in one place: also when it is nothing. */
export const Todo = ({ context: { language }, view, own }: Props): VNode => {
  const { publicCase: t } = textsOf(language);
  return (
    <section class="obieg-todo" aria-labelledby="todo">
      <h2 class="govuk-heading-m" id="todo">
        {view.status === 'completed' ? t.outcome : t.todo}
      </h2>
      {view.tasks.map((task) => (
        <div key={task.id}>
          <p class="govuk-body">
            <strong>{task.name}</strong> {task.due && <Due language={language} due={task.due} />}
          </p>
          <Govuk name="button" params={{ text: t.answer, href: `/tasks/${task.id}` }} />
        </div>
      ))}
      <Govuk name="inset-text" params={{ html: htmlOf(<>{wordsFor(language, view)}</>) }} />
      {!own && view.status !== 'completed' && <p class="obieg-quiet">{t.signInTodo}</p>}
    </section>
  );
};

const wordsFor = (language: PageContext['language'], view: PublicCaseView): string => {
  const { publicCase: t, status } = textsOf(language);
  if (view.status === 'completed')
    return view.outcome === undefined ? status.completed : outcomeText(language, view.outcome);
  if (view.status === 'received') return t.received;
  if (view.hint) return view.hint[language];
  if (view.status === 'incident') return t.incident;
  return t.nothing;
};
