import type { VNode } from 'preact';
import { CaseKeys } from '../parts/case-keys.tsx';
import { Layout } from '../parts/layout.tsx';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

export const TrackPage = ({ context, number, problems }: { context: PageContext } & Pages['track']): VNode => {
  const { track: t } = textsOf(context.language);
  return (
    <Layout context={context} title={t.title} hasProblems={problems.length > 0}>
      <div class="obieg-measure">
        <CaseKeys context={context} action="/track" number={number} problems={problems} submit={t.submit}>
          <h1 class="govuk-heading-l">{t.title}</h1>
          <p class="govuk-body">{t.text}</p>
        </CaseKeys>
        <p class="obieg-quiet">{t.lost}</p>
      </div>
    </Layout>
  );
};
