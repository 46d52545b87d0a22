import type { ComponentChildren, VNode } from 'preact';
import { Footer } from './footer.tsx';
import { Govuk } from './govuk.ts';
import { Header } from './header.tsx';
import { wordFor } from '../texts/plural.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext } from '../contract.ts';

export type LayoutProps = {
  context: PageContext;
  title: string;
  /** the page shows problems: the title says so first, for those who only hear it */
  hasProblems?: boolean;
  /** casework pages bring the MoJ layer */
  casework?: boolean;
  /** islands of this page besides the one every page has */
  islands?: ('diagram' | 'draft')[];
  back?: { href: string; text: string };
  children: ComponentChildren;
};

export const Layout = (props: LayoutProps): VNode => {
  const { context, back, children } = props;
  const t = textsOf(context.language);
  return (
    <html lang={context.language} class="govuk-template">
      <Head {...props} />
      <body class="govuk-template__body">
        <Govuk name="skip-link" params={{ text: t.layout.skip, href: '#main-content' }} />
        <Header context={context} {...(back ? { back } : {})} />
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper" id="main-content" tabIndex={-1}>
            <Notice context={context} />
            {children}
          </main>
        </div>
        <Footer context={context} />
      </body>
    </html>
  );
};

const Head = ({ context, title, hasProblems, casework, islands = [] }: LayoutProps): VNode => {
  const t = textsOf(context.language);
  // The casework layer repeats the library's default colours, so ours come after it.
  const styles = [
    ...(casework ? ['casework.css'] : []),
    'style.css',
    ...(islands.includes('diagram') ? ['diagram.css'] : []),
  ];
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${hasProblems ? t.layout.errorPrefix : ''}${title} – ${t.product.name}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" type="image/svg+xml" href={context.assets['mark.svg'] ?? '/assets/mark.svg'} />
      {styles.map((name) => (
        <link key={name} rel="stylesheet" href={context.assets[name] ?? `/assets/${name}`} />
      ))}
      {['page.js', ...islands.map((island) => `${island}.js`)].map((name) => (
        <script key={name} type="module" src={context.assets[name] ?? `/assets/${name}`} />
      ))}
    </head>
  );
};

const Notice = ({ context }: { context: PageContext }): VNode | null => {
  const t = textsOf(context.language);
  const text = context.notice === undefined ? undefined : wordFor(t.notice, context.notice);
  return text === undefined ? null : (
    <Govuk name="notification-banner" params={{ titleText: t.layout.done, text, type: 'success' }} />
  );
};
