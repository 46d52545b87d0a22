import type { VNode } from 'preact';
import { Layout } from '../parts/layout.tsx';
import { Problems } from '../parts/problems.tsx';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** The demo provider's page: everybody of the demo city, one button each. */
export const SignInPage = ({
  context,
  people,
  action,
  problems,
}: { context: PageContext } & Pages['sign-in']): VNode => {
  const { signIn: t, role } = textsOf(context.language);
  const groups = [
    { title: t.parents, people: people.filter(({ roles }) => roles.every((one) => one === 'applicant')) },
    { title: t.staff, people: people.filter(({ roles }) => roles.some((one) => one !== 'applicant')) },
  ].filter((group) => group.people.length > 0);
  return (
    <Layout context={context} title={t.title} hasProblems={problems.length > 0}>
      <Problems language={context.language} problems={problems} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body obieg-measure">{t.text}</p>
      <form method="post" action={action}>
        <input type="hidden" name="_csrf" value={context.csrf} />
        {groups.map((group) => (
          <section key={group.title}>
            <h2 class="govuk-heading-m">{group.title}</h2>
            <ul class="obieg-people">
              {group.people.map(({ id, name, roles, unit }) => (
                <li key={id} class="obieg-people__person">
                  <button class="obieg-link-button obieg-people__link" type="submit" name="person" value={id}>
                    {name}
                  </button>
                  <span class="obieg-people__role">
                    {roles.length > 0 ? roles.map((one) => role[one]).join(', ') : role.none}
                  </span>
                  <span class="obieg-quiet">{unit}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </form>
    </Layout>
  );
};
