import type { VNode } from 'preact';
import { Govuk } from '../parts/govuk.ts';
import { Layout } from '../parts/layout.tsx';
import { ModelVerdict } from '../parts/model-verdict.tsx';
import { Problems, errorOf } from '../parts/problems.tsx';
import { fieldId } from '../parts/form-context.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** A model of whatever tool, judged before anybody deploys it. */
export const ModelCheckPage = ({
  context,
  problems,
  verdict,
}: { context: PageContext } & Pages['model-check']): VNode => {
  const { language } = context;
  const { modelCheck: t } = textsOf(language);
  return (
    <Layout
      context={context}
      title={t.title}
      hasProblems={problems.length > 0}
      islands={verdict ? ['diagram'] : []}
      back={{ href: '/procedures', text: t.back }}
    >
      <Problems language={language} problems={problems} places={{ file: t.file, decisions: t.decisions }} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      {verdict ? (
        <>
          <ModelVerdict context={context} verdict={verdict} />
          <h2 class="govuk-heading-m">{t.again}</h2>
        </>
      ) : (
        <p class="govuk-body obieg-measure">{t.text}</p>
      )}
      <Upload context={context} problems={problems} />
    </Layout>
  );
};

const Upload = ({ context, problems }: { context: PageContext } & Pick<Pages['model-check'], 'problems'>): VNode => {
  const { modelCheck: t } = textsOf(context.language);
  const field = (name: 'file' | 'decisions', hint: string, accept: string): VNode => (
    <Govuk
      name="file-upload"
      params={{
        id: fieldId(name),
        name,
        label: { text: t[name] },
        hint: { text: hint },
        attributes: { accept },
        ...errorOf(context.language, problems, name),
      }}
    />
  );
  return (
    <form class="obieg-measure" method="post" action="/models/check" enctype="multipart/form-data" noValidate>
      <input type="hidden" name="_csrf" value={context.csrf} />
      {field('file', t.fileHint, '.bpmn,.xml')}
      {field('decisions', t.decisionsHint, '.dmn')}
      <Govuk name="button" params={{ text: t.submit }} />
    </form>
  );
};
