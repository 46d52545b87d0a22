import { z } from 'zod';
import { demoPeople } from '../auth/demo-people.ts';
import { interactionPath } from '../auth/demo-provider.ts';
import { page, refused } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { views } from '../schemas/views.ts';
import type { Answer } from '../http/answer.ts';
import type { AppDeps } from '../deps.ts';
import type { Auth } from '../auth/auth.ts';
import type { DemoProvider } from '../auth/demo-provider.ts';
import type { PersonId } from '../../processes/language/ids.ts';
import type { Request, Response } from 'express';
import type { Route } from '../http/route.ts';

const params = z.object({ interaction: z.string().regex(/^[\w-]{1,64}$/) });

/** The page of the demo provider on which one chooses who to be. Not there outside demo mode. */
export function signInRoutes(deps: AppDeps, auth: Auth): Route[] {
  const { provider } = auth;
  if (!provider) return [];
  return [
    route({
      method: 'get',
      path: `${interactionPath}/:interaction`,
      id: 'choosePerson',
      tag: 'demo',
      summary: 'Lists the demo people; goes on at once when the link already said who',
      who: 'anyone',
      params,
      answers: { status: 200, schema: views['sign-in'] },
      async handle({ request, response }) {
        const hint = await provider.hint(request, response).catch(() => null);
        if (hint === null) return refused({ failure: 'notFound', detail: 'no sign-in is under way in this browser' });
        return (await goOnAs(deps, provider, request, response, hint)) ?? signInPage(deps, auth, request);
      },
    }),
    route({
      method: 'post',
      path: `${interactionPath}/:interaction`,
      id: 'signInAs',
      tag: 'demo',
      summary: 'Finishes the sign-in as this demo person',
      who: 'anyone',
      limit: 'signInByAddress',
      params,
      body: z.strictObject({ person: z.string().max(100) }),
      answers: { status: 303 },
      async handle({ request, response, body }) {
        const hint = await provider.hint(request, response).catch(() => null);
        if (hint === null) return refused({ failure: 'notFound', detail: 'no sign-in is under way in this browser' });
        return (
          (await goOnAs(deps, provider, request, response, body.person)) ??
          refused({ failure: 'invalidInput', problems: [{ at: 'person', code: 'option' }] })
        );
      },
    }),
  ];
}

async function goOnAs(
  { store }: AppDeps,
  provider: DemoProvider,
  request: Request,
  response: Response,
  id: string | undefined,
): Promise<Answer | undefined> {
  const person = id === undefined ? undefined : await store.people.find(id as PersonId);
  return person && { kind: 'go', to: await provider.finish(request, response, person) };
}

const signInPage = async (deps: AppDeps, auth: Auth, request: Request): Promise<Answer> =>
  page('sign-in', { people: await demoPeople(deps, auth), action: request.path, problems: [] });
