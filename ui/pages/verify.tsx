import type { VNode } from 'preact';
import { Govuk } from '../parts/govuk.ts';
import { Layout } from '../parts/layout.tsx';
import { Problems, errorOf } from '../parts/problems.tsx';
import { VerificationResult } from '../parts/verification-result.tsx';
import { fieldId } from '../parts/form-context.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext, Pages } from '../contract.ts';

/** Anybody may ask whether a document is real: by its code or by the file itself. */
export const VerifyPage = ({ context, problems, report }: { context: PageContext } & Pages['verify']): VNode => {
  const { language } = context;
  const { verify: t } = textsOf(language);
  return (
    <Layout context={context} title={t.title} hasProblems={problems.length > 0}>
      <div class="obieg-measure">
        <Problems language={language} problems={problems} places={{ code: t.code, file: t.file }} />
        <h1 class="govuk-heading-l">{t.title}</h1>
        {report ? (
          <>
            <VerificationResult language={language} report={report} />
            <h2 class="govuk-heading-m">{t.again}</h2>
          </>
        ) : (
          <p class="govuk-body">{t.text}</p>
        )}
        <Forms context={context} problems={problems} level={report ? 'h3' : 'h2'} />
      </div>
    </Layout>
  );
};

type FormsProps = { context: PageContext; level: 'h2' | 'h3' } & Pick<Pages['verify'], 'problems'>;

const Forms = ({ context, problems, level: Heading }: FormsProps): VNode => {
  const { verify: t } = textsOf(context.language);
  const wrong = (at: string) => errorOf(context.language, problems, at);
  return (
    <div class="obieg-tiles">
      <form class="obieg-tile" method="post" action="/verify" noValidate>
        <input type="hidden" name="_csrf" value={context.csrf} />
        <Heading class="govuk-heading-s">{t.byCode}</Heading>
        <Govuk
          name="input"
          params={{
            id: fieldId('code'),
            name: 'code',
            label: { text: t.code },
            hint: { text: t.codeHint },
            autocomplete: 'off',
            spellcheck: false,
            ...wrong('code'),
          }}
        />
        <Govuk name="button" params={{ text: t.submitCode }} />
      </form>
      <form class="obieg-tile" method="post" action="/verify" enctype="multipart/form-data" noValidate>
        <input type="hidden" name="_csrf" value={context.csrf} />
        <Heading class="govuk-heading-s">{t.byFile}</Heading>
        <Govuk
          name="file-upload"
          params={{
            id: fieldId('file'),
            name: 'file',
            label: { text: t.file },
            hint: { text: t.fileHint },
            attributes: { accept: '.pdf' },
            ...wrong('file'),
          }}
        />
        <Govuk name="button" params={{ text: t.submitFile }} />
      </form>
    </div>
  );
};
