import type { VNode } from 'preact';
import { Govuk } from '../parts/govuk.ts';
import { Layout } from '../parts/layout.tsx';
import { failureText, problemText, textsOf } from '../texts/texts.ts';
import type { KeptForm, PageContext, Pages } from '../contract.ts';

/** What went wrong and what to do now; never what the machine thinks of it. */
export const ErrorPage = ({
  context,
  status,
  failure,
  problems,
  requestId,
  kept,
}: { context: PageContext } & Pages['error']): VNode => {
  const { language } = context;
  const { error: t, layout } = textsOf(language);
  // A bug has no failure code of its own; its status says that the fault is ours.
  const { title, advice } =
    status === 500 ? { title: t.unexpectedTitle, advice: t.unexpectedAdvice } : failureText(language, failure);
  const signIn = failure === 'notSignedIn' || failure === 'stepUpRequired';
  return (
    <Layout context={context} title={title}>
      <div class="obieg-measure">
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body-l">{advice}</p>
        {problems.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{t.problems}</h2>
            <ul class="govuk-list govuk-list--bullet">
              {problems.map((problem) => (
                <li key={`${problem.at}${problem.code}`}>
                  <code>{problem.at}</code>: {problemText(language, problem)}
                </li>
              ))}
            </ul>
          </>
        )}
        {kept ? (
          <SendAgain context={context} kept={kept} signIn={signIn} />
        ) : (
          <Govuk
            name="button"
            params={
              signIn
                ? { text: layout.signIn, href: `/sign-in?back=${encodeURIComponent(context.path)}` }
                : { text: t.home, href: '/' }
            }
          />
        )}
        <p class="obieg-quiet">
          {t.request}: <code>{requestId}</code>. {t.requestHint}
        </p>
      </div>
    </Layout>
  );
};

/** Nothing typed is lost: the form lies hidden on this page until it can be taken. */
const SendAgain = ({ context, kept, signIn }: { context: PageContext; kept: KeptForm; signIn: boolean }): VNode => {
  const { error: t, layout } = textsOf(context.language);
  return (
    <form method="post" action={kept.action}>
      <h2 class="govuk-heading-m">{t.kept}</h2>
      <p class="govuk-body">{signIn ? t.keptSignIn : t.keptText}</p>
      {signIn && (
        <p class="govuk-body">
          <a class="govuk-link" href="/sign-in?back=/" target="_blank" rel="noopener">
            {layout.signIn} {layout.newWindow}
          </a>
        </p>
      )}
      <input type="hidden" name="_csrf" value={context.csrf} />
      {kept.fields.map(({ name, value }, index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <Govuk name="button" params={{ text: t.sendAgain, preventDoubleClick: true }} />
    </form>
  );
};
