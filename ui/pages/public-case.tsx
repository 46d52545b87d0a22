import type { VNode } from 'preact';
import { Documents } from '../parts/documents.tsx';
import { fill } from '../texts/plural.ts';
import { historySentence } from '../parts/history.tsx';
import { Layout } from '../parts/layout.tsx';
import { Letters } from '../parts/letters.tsx';
import { showInstant } from '../parts/dates.ts';
import { Stages } from '../parts/stages.tsx';
import { Term } from '../parts/term.tsx';
import { Todo } from '../parts/todo.tsx';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** What the party sees: where the case is, who holds it, until when, and what is expected of them. */
export const PublicCasePage = ({
  context,
  case: view,
  base,
  own,
}: { context: PageContext } & Pages['public-case']): VNode => {
  const { language } = context;
  const { publicCase: t, myCases } = textsOf(language);
  return (
    <Layout context={context} title={t.title} {...(own ? { back: { href: '/my-cases', text: myCases.title } } : {})}>
      <div class="obieg-measure">
        <span class="govuk-caption-l">
          {fill(t.subtitle, { procedure: view.procedure.title[language], number: view.number })}
        </span>
        <h1 class="govuk-heading-l">{t.title}</h1>
        <Todo context={context} view={view} own={own} />
        <Stages language={language} stages={view.stages} />
        <Holder context={context} view={view} />
        <h2 class="govuk-heading-m">{t.term}</h2>
        <Term language={language} term={view.term} closed={view.status === 'completed'} />
        <h2 class="govuk-heading-m">{t.letters}</h2>
        <Letters language={language} letters={view.letters} none={t.lettersNone} />
        <h2 class="govuk-heading-m">{t.documents}</h2>
        <Documents language={language} documents={view.documents} base={base} none={t.documentsNone} names={false} />
        <h2 class="govuk-heading-m">{t.history}</h2>
        <ol class="govuk-list obieg-history">
          {view.history.toReversed().map((line) => (
            <li key={`${line.at}${line.action}`}>
              <span class="obieg-quiet obieg-line">{showInstant(language, line.at)}</span>
              {historySentence(language, line)}
            </li>
          ))}
        </ol>
      </div>
    </Layout>
  );
};

const Holder = ({
  context: { language },
  view,
}: {
  context: PageContext;
  view: Pages['public-case']['case'];
}): VNode | null => {
  const { publicCase: t } = textsOf(language);
  if (view.status === 'completed' || view.holder === undefined) return null;
  return (
    <p class="govuk-body">
      {t.holder}: <strong>{view.holder}</strong>.
    </p>
  );
};
