import { htmlOf } from './raw.ts';
import { textsOf } from '../texts/texts.ts';
import type { PageContext } from '../contract.ts';
import type { Texts } from '../texts/texts.ts';

type Item = { href: string; html: string; current?: boolean; active?: boolean };
type Word = keyof Texts['nav'];

const places: Record<Exclude<PageContext['viewer']['kind'], 'staff'> | 'staff', [string, Word][]> = {
  anonymous: [
    ['/applications', 'apply'],
    ['/track', 'track'],
    ['/verify', 'verify'],
    ['/procedures', 'procedures'],
  ],
  parent: [
    ['/my-cases', 'myCases'],
    ['/applications', 'apply'],
    ['/track', 'track'],
    ['/verify', 'verify'],
  ],
  staff: [
    ['/inbox', 'inbox'],
    ['/cases', 'cases'],
    ['/applications', 'register'],
    ['/procedures', 'procedures'],
    ['/verify', 'verify'],
  ],
};

/** Pages deeper than a place of the menu belong to it. */
const under: Record<string, string> = { '/tasks': '/inbox', '/models': '/procedures' };

/** The menu of this viewer, with the place they are at marked. */
export const navigationOf = ({ viewer, language, path }: PageContext): Item[] => {
  const t = textsOf(language);
  const here = path.split('?')[0] ?? '/';
  const first = `/${here.split('/')[1] ?? ''}`;
  return places[viewer.kind].map(([href, word]) => ({
    href,
    html: htmlOf(href === '/inbox' && viewer.kind === 'staff' ? `${t.nav[word]} (${viewer.openTasks})` : t.nav[word]),
    current: here === href,
    active: here !== href && (first === href || under[first] === href),
  }));
};
