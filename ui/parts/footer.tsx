import type { VNode } from 'preact';
import { textsOf } from '../texts/texts.ts';
import type { PageContext } from '../contract.ts';

/** Our own: the library's footer always draws the British crown. */
export const Footer = ({ context }: { context: PageContext }): VNode => {
  const t = textsOf(context.language);
  return (
    <footer class="obieg-footer">
      <div class="govuk-width-container">
        <h2 class="govuk-visually-hidden">{t.layout.support}</h2>
        <ul class="obieg-footer__links">
          <li>
            <a class="govuk-link obieg-footer__link" href="/accessibility">
              {t.layout.accessibility}
            </a>
          </li>
          <li>
            <a class="govuk-link obieg-footer__link" href="/procedures">
              {t.nav.procedures}
            </a>
          </li>
          <li>
            <a class="govuk-link obieg-footer__link" href="/openapi.json">
              {t.layout.openapi}
            </a>
          </li>
        </ul>
        <p class="govuk-body-s">{t.layout.licence}</p>
      </div>
    </footer>
  );
};
