import { z } from 'zod';
import { cookieNames } from '../http/cookies.ts';
import { languages } from '../../processes/language/text.ts';
import { localPath } from '../http/sign-in-first.ts';
import { page } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { scopeFor } from '../auth/abilities.ts';
import { views } from '../schemas/views.ts';
import { demoPeople } from '../auth/demo-people.ts';
import type { AppDeps } from '../deps.ts';
import type { Auth } from '../auth/auth.ts';
import type { Route } from '../http/route.ts';

const year = 31_536_000;

/** The pages that belong to nobody: start, language, accessibility statement. */
export const startRoutes = (deps: AppDeps, auth: Auth): Route[] => [
  route({
    method: 'get',
    path: '/',
    id: 'getStart',
    tag: 'start',
    summary: 'What can be done here; in demo mode also as whom',
    who: 'anyone',
    answers: { status: 200, schema: views.start },
    async handle({ visit }) {
      const deployed = await deps.office.procedures();
      const open = await deps.office.cases(scopeFor(visit.abilities, 'read', 'case'), { status: 'open', limit: 1 });
      return page('start', {
        procedures: deployed.map(({ procedure: { id, title, summary } }) => ({ id, title, summary })),
        people: deps.config.demo ? await demoPeople(deps, auth) : [],
        open: { cases: open.total },
      });
    },
  }),
  route({
    method: 'get',
    path: '/language/:language',
    id: 'chooseLanguage',
    tag: 'start',
    summary: 'Keeps the language in a cookie and goes back',
    who: 'anyone',
    params: z.object({ language: z.enum(languages) }),
    query: z.object({ back: z.string().optional() }),
    answers: { status: 303 },
    handle: ({ params, query }) => ({
      kind: 'go',
      to: localPath(query.back),
      cookies: [{ name: cookieNames.language, value: params.language, maxAgeSeconds: year }],
    }),
  }),
  route({
    method: 'get',
    path: '/accessibility',
    id: 'getAccessibility',
    tag: 'start',
    summary: 'The accessibility statement',
    who: 'anyone',
    answers: { status: 200, schema: views.accessibility },
    handle: () => page('accessibility', {}),
  }),
];
