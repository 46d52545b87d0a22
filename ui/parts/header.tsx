import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { Mark } from './mark.tsx';
import { htmlOf } from './raw.ts';
import { navigationOf } from './navigation.ts';
import { fill } from '../texts/plural.ts';
import { textsOf } from '../texts/texts.ts';
import type { Language } from '../../processes/language/text.ts';
import type { PageContext } from '../contract.ts';

const languageNames: [Language, string][] = [
  ['pl', 'Polski'],
  ['en', 'English'],
  ['uk', 'Українська'],
];

type Props = { context: PageContext; back?: { href: string; text: string } };

export const Header = ({ context, back }: Props): VNode => {
  const t = textsOf(context.language);
  return (
    <header class="obieg-top">
      <Govuk name="generic-header" params={{ url: '/', logoHtml: htmlOf(<Brand context={context} />) }} />
      <Govuk
        name="service-navigation"
        params={{
          menuButtonText: t.layout.menu,
          navigationLabel: t.layout.navigation,
          ariaLabel: t.layout.account,
          navigation: navigationOf(context),
          slots: { end: { html: htmlOf(<Account context={context} />), align: 'inline' } },
        }}
      />
      {context.demo && <Govuk name="phase-banner" params={{ tag: { text: t.layout.demoTag }, text: t.layout.demo }} />}
      <div class="govuk-width-container obieg-languages">
        {back ? <Govuk name="back-link" params={back} /> : <span />}
        <Govuk
          name="language-navigation"
          params={{
            ariaLabel: t.layout.language,
            items: languageNames.map(([lang, text]) => ({
              lang,
              text,
              href: `/language/${lang}?back=${encodeURIComponent(context.path)}`,
              current: lang === context.language,
            })),
          }}
        />
      </div>
    </header>
  );
};

const Brand = ({ context }: { context: PageContext }): VNode => {
  const t = textsOf(context.language);
  return (
    <span class="obieg-brand">
      <Mark />
      <span class="obieg-brand__name">{t.product.name}</span>
      <span class="obieg-brand__tagline">{t.product.tagline}</span>
    </span>
  );
};

const Account = ({ context: { viewer, language, csrf, path } }: { context: PageContext }): VNode => {
  const t = textsOf(language);
  if (viewer.kind === 'anonymous')
    return (
      <div class="obieg-account">
        <a class="govuk-link govuk-link--no-visited-state" href={`/sign-in?back=${encodeURIComponent(path)}`}>
          {t.layout.signIn}
        </a>
      </div>
    );
  return (
    <form class="obieg-account" method="post" action="/sign-out">
      <input type="hidden" name="_csrf" value={csrf} />
      <span>{fill(t.layout.signedInAs, { name: viewer.name })}</span>
      <button class="obieg-link-button" type="submit">
        {t.layout.signOut}
      </button>
    </form>
  );
};
