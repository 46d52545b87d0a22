import type { VNode } from 'preact';
import { Govuk } from './govuk.ts';
import { fill } from '../texts/plural.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext } from '../contract.ts';

/** Links between pages of a list; filters stay in the address. */
export const PageLinks = ({
  context,
  page,
  pages,
}: {
  context: PageContext;
  page: number;
  pages: number;
}): VNode | null => {
  if (pages <= 1) return null;
  const { pages: t } = textsOf(context.language);
  const href = (n: number): string => withQuery(context.path, { page: String(n) });
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return (
    <Govuk
      name="pagination"
      params={{
        landmarkLabel: t.label,
        ...(page > 1 ? { previous: { text: t.previous, href: href(page - 1) } } : {}),
        ...(page < pages ? { next: { text: t.next, href: href(page + 1) } } : {}),
        items: shown.flatMap((n, index) => [
          ...(n - (shown[index - 1] ?? n - 1) > 1 ? [{ ellipsis: true }] : []),
          { number: String(n), href: href(n), current: n === page, visuallyHiddenText: fill(t.page, { n }) },
        ]),
      }}
    />
  );
};

/** The path with some of its query changed. */
export function withQuery(path: string, change: Record<string, string>): string {
  const [base = '', query = ''] = path.split('?');
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) parameters.set(name, value);
  return `${base}?${parameters.toString()}`;
}
