import { z } from 'zod';
import { callbackPath, flowShape } from '../auth/sign-in.ts';
import { cookieNames } from '../http/cookies.ts';
import { placeToReturn } from '../http/sign-in-first.ts';
import { refused } from '../http/answer.ts';
import { personOf } from '../auth/person-of.ts';
import { receipts } from '../schemas/views.ts';
import { route } from '../http/route.ts';
import type { AppDeps } from '../deps.ts';
import type { Auth } from '../auth/auth.ts';
import type { Route } from '../http/route.ts';

/** Seconds in which a sign-in has to be finished. */
const flowLasts = 600;

/** Signing in and out. */
export const accountRoutes = (deps: AppDeps, auth: Auth): Route[] => [
  route({
    method: 'get',
    path: '/sign-in',
    id: 'signIn',
    tag: 'account',
    summary: 'Leaves for the sign-in provider; `back` is where to come back to',
    who: 'anyone',
    limit: 'signInByAddress',
    query: z.object({ back: z.string().optional(), person: z.string().max(100).optional() }),
    answers: { status: 303 },
    failures: ['storeUnavailable', 'tooManyRequests'],
    async handle({ query }) {
      const { url, flow } = await auth.signIn.begin(placeToReturn(query.back), query.person);
      const value = auth.seal.close('flow', flow, flowLasts);
      return { kind: 'go', to: url, cookies: [{ name: cookieNames.flow, value, maxAgeSeconds: flowLasts }] };
    },
  }),
  route({
    method: 'get',
    path: callbackPath,
    id: 'finishSignIn',
    tag: 'account',
    summary: 'Where the sign-in provider sends people back to; opens a new session and ends the one before',
    who: 'anyone',
    limit: 'signInByAddress',
    answers: { status: 303 },
    failures: ['notSignedIn', 'storeUnavailable', 'tooManyRequests'],
    async handle({ request, visit, cookie }) {
      const flow = auth.seal.open('flow', flowShape, cookie(cookieNames.flow));
      // Loaded again after it was finished: there is nothing left to do here.
      if (!flow && visit.session) return { kind: 'go', to: '/' };
      if (!flow) return refused({ failure: 'notSignedIn', detail: 'no sign-in is under way in this browser' });
      const identity = await auth.signIn.finish(request.originalUrl.split('?')[1] ?? '', flow);
      const person = await personOf(deps, identity);
      if (visit.session) await auth.sessions.end(visit.session);
      const id = await auth.sessions.open(person, identity.authenticatedAt);
      return {
        kind: 'go',
        to: flow.back,
        cookies: [{ name: cookieNames.flow }, { name: cookieNames.session, value: id }],
      };
    },
  }),
  signOut(auth),
];

const signOut = (auth: Auth): Route =>
  route({
    method: 'post',
    path: '/sign-out',
    id: 'signOut',
    tag: 'account',
    summary: 'Ends this session at once',
    who: 'anyone',
    answers: { status: 303, schema: receipts.where },
    async handle({ visit }) {
      if (visit.session) await auth.sessions.end(visit.session);
      const cookies = [{ name: cookieNames.session }, { name: cookieNames.track }];
      return { kind: 'done', to: '/', view: { location: '/' }, notice: 'signedOut', cookies };
    },
  });
