/** Components of the libraries that no page of ours draws. */
const unused = [
  'govuk-accordion',
  'govuk-breadcrumbs',
  'govuk-cookie-banner',
  'govuk-exit-this-page',
  'govuk-feedback',
  'govuk-footer',
  'govuk-header',
  'govuk-password-input',
  'govuk-summary-card',
  'govuk-tabs',
  'govuk-task-list',
  'govuk-\\\\!-',
  'moj-(?!timeline|sub-navigation)',
];
const selector = new RegExp(`\\.(${unused.join('|')})`);
/** The British government's typeface may be used on its own site only. */
const theirFont = /GDS Transport,\s*arial,\s*sans-serif/g;
/** Print rules that only take the typeface back are of no use to a site with a free font. */
const printFont = /^[^{}]*\{font-family:sans-serif;?\}$/;

/**
 * A library's minified stylesheet without rules of components we do not use, without its font faces, and with our font.
 * A rule stays when any of its selectors is used; rules inside `@media` and `@supports` are judged alike.
 */
export const trimStyles = (css: string): string =>
  rulesOf(css.replaceAll(/\/\*[\s\S]*?\*\//g, ''))
    .map(trimRule)
    .join('')
    .replaceAll(theirFont, 'var(--obieg-font)');

type Rule = { head: string; body?: string };

const trimRule = ({ head, body }: Rule): string => {
  if (body === undefined) return head;
  if (head.startsWith('@font-face')) return '';
  if (head.startsWith('@media') || head.startsWith('@supports')) {
    const inner = rulesOf(body).map(trimRule).join('');
    return inner === '' || printFont.test(inner) ? '' : `${head}{${inner}}`;
  }
  const kept = head.startsWith('@') ? [head] : head.split(',').filter((each) => !selector.test(each));
  return kept.length === 0 ? '' : `${head}{${body}}`;
};

/** Splits a stylesheet at its outermost braces. */
function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  let [start, depth, open] = [0, 0, 0];
  for (let at = 0; at < css.length; at += 1) {
    const letter = css[at];
    if (letter === ';' && depth === 0) {
      rules.push({ head: css.slice(start, at + 1) });
      start = at + 1;
    } else if (letter === '{') {
      if (depth === 0) open = at;
      depth += 1;
    } else if (letter === '}') {
      depth -= 1;
      if (depth > 0) continue;
      rules.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, at) });
      start = at + 1;
    }
  }
  return rules;
}
