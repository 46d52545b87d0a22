import type { VNode } from 'preact';
import { count, fill, wordFor } from '../texts/plural.ts';
import { showInstant } from './dates.ts';
import { textsOf } from '../texts/texts.ts';
import type { AppliedSignature, DocumentView } from '../../processes/language/document.ts';
import type { Language } from '../../processes/language/text.ts';

type Props = {
  language: Language;
  documents: DocumentView[];
  /** address of a document is `<base>/<id>` */ base: string;
  none: string;
  /** officials are named to officials only */ names: boolean;
};

export const Documents = ({ documents, none, ...rest }: Props): VNode =>
  documents.length === 0 ? (
    <p class="govuk-body">{none}</p>
  ) : (
    <ul class="obieg-cards">
      {documents.map((document) => (
        <li class="obieg-card" key={document.id}>
          <OneDocument document={document} {...rest} />
        </li>
      ))}
    </ul>
  );

const OneDocument = ({
  language,
  document,
  base,
  names,
}: Omit<Props, 'documents' | 'none'> & { document: DocumentView }): VNode => {
  const { document: t } = textsOf(language);
  const head = document.revisions.at(-1);
  return (
    <>
      <p class="obieg-card__title">
        <a class="govuk-link" href={`${base}/${document.id}`}>
          {document.title[language]}
        </a>
      </p>
      <p class="obieg-quiet">
        {fill(t.made, { at: showInstant(language, document.createdAt) })}
        {head && `, ${fill(t.size, { kilobytes: Math.ceil(head.size / 1024) })}`}
        {document.revisions.length > 1 && `, ${count(language, t.revisions, document.revisions.length)}`}
      </p>
      <SignatureLines language={language} document={document} names={names} />
      {document.verificationCode !== undefined && (
        <p class="govuk-body-s">
          {t.code}: <code>{document.verificationCode}</code>{' '}
          <a class="govuk-link" href={`/verify/${encodeURIComponent(document.verificationCode)}`}>
            {t.check}
            <span class="govuk-visually-hidden">{`: ${document.title[language]}`}</span>
          </a>
        </p>
      )}
    </>
  );
};

const SignatureLines = ({
  language,
  document,
  names,
}: {
  language: Language;
  document: DocumentView;
  names: boolean;
}): VNode | null => {
  const { document: t, role: roles } = textsOf(language);
  const made = document.revisions.flatMap(({ signature }) => (signature ? [signature] : []));
  if (made.length + document.unsigned.length === 0) return null;
  const label = ({ role, field }: AppliedSignature): string => wordFor(roles, role) ?? wordFor(roles, field) ?? role;
  return (
    <ul class="govuk-list obieg-signatures">
      {made.map((signature) => (
        <li key={signature.field} class="obieg-signatures__made">
          {fill(names ? t.signedBy : t.signed, {
            label: label(signature),
            name: signature.signerName,
            at: showInstant(language, signature.at),
          })}
        </li>
      ))}
      {document.unsigned.map(({ field, label }) => (
        <li key={field} class="obieg-signatures__missing">
          {fill(t.awaits, { label: label[language] })}
        </li>
      ))}
    </ul>
  );
};
