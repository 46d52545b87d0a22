import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { count, fill, wordFor } from '../texts/plural.ts';
import { htmlOf } from './raw.ts';
import { showInstant } from './dates.ts';
import { textsOf } from '../texts/texts.ts';
import type { Language } from '../../processes/language/text.ts';
import type { Texts } from '../texts/texts.ts';
import type { VerificationView } from '../contract.ts';

type Props = { language: Language; report: VerificationView };

/** The answer first, in plain words; then who signed and when; then the figures for experts. */
export const VerificationResult = ({ language, report }: Props): VNode => {
  const { verify: t } = textsOf(language);
  const { title, text, kind } = verdict(t, report);
  return (
    <section class={`obieg-verdict obieg-verdict--${kind}`} aria-labelledby="verdict">
      <h2 class="govuk-heading-l" id="verdict">
        {title}
      </h2>
      <p class="govuk-body">{text}</p>
      <p class="govuk-body">{report.known ? t.known : t.unknown}</p>
      {report.signatures.map((signature) => (
        <Signature key={signature.field} language={language} signature={signature} />
      ))}
      <Govuk
        name="summary-list"
        params={{
          rows: [
            ...(report.title ? [{ key: { text: t.document }, value: { text: report.title[language] } }] : []),
            ...(report.number === undefined ? [] : [{ key: { text: t.number }, value: { text: report.number } }]),
            { key: { text: t.size }, value: { text: count(language, t.bytes, report.size) } },
            { key: { text: t.hash }, value: { html: htmlOf(<code class="obieg-hash">{report.sha256}</code>) } },
          ],
        }}
      />
    </section>
  );
};

const verdict = (
  t: Texts['verify'],
  { valid, changedAfterSigning, signatures }: VerificationView,
): { title: string; text: string; kind: 'good' | 'bad' | 'unsure' } => {
  if (signatures.length === 0) return { title: t.unsigned, text: t.unsignedText, kind: 'unsure' };
  if (changedAfterSigning) return { title: t.changed, text: t.changedText, kind: 'bad' };
  return valid
    ? { title: t.valid, text: t.validText, kind: 'good' }
    : { title: t.invalid, text: t.invalidText, kind: 'bad' };
};

const Signature = ({
  language,
  signature,
}: {
  language: Language;
  signature: VerificationView['signatures'][number];
}): VNode => {
  const { verify: t, signatureProblem } = textsOf(language);
  const why = signature.problems.map((code) => wordFor(signatureProblem, code) ?? signatureProblem.other).join('; ');
  return (
    <>
      <h3 class="govuk-heading-s">{fill(t.signature, { name: signature.signerName })}</h3>
      <Govuk
        name="summary-list"
        params={{
          rows: [
            {
              key: { text: t.state },
              value: { text: signature.valid ? t.ok : `${t.bad}${why === '' ? '' : `: ${why}`}` },
            },
            {
              key: { text: t.at },
              value: { text: signature.at === undefined ? t.atUnknown : showInstant(language, signature.at) },
            },
            ...(signature.organisation === undefined
              ? []
              : [{ key: { text: t.organisation }, value: { text: signature.organisation } }]),
            { key: { text: t.issuer }, value: { text: signature.issuer } },
            {
              key: { text: t.level },
              value: { text: signature.level === 'none' ? t.levelNone : `PAdES ${signature.level}` },
            },
          ],
        }}
      />
    </>
  );
};
