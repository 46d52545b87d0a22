import { Router } from 'express';
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Request, RequestHandler } from 'express';
import type { z } from 'zod';
import { bodyOf, bodyParsers } from './bodies.ts';
import { readCookie } from './cookies.ts';
import { Refused } from '../errors.ts';
import { refuseForged } from './csrf.ts';
import { sendAnswer } from './send.ts';
import { visitOf } from './visit.ts';
import type { AppDeps } from '../deps.ts';
import type { Body } from './bodies.ts';
import type { Budget } from './limits.ts';
import type { Problem } from '../../processes/language/failure.ts';
import type { Route, SentForm } from './route.ts';
import type { Visit } from './visit.ts';

/** A router of these routes: limit → body → forged? → who? → schemas → handler → answer. */
export function mountRoutes(deps: AppDeps, routes: readonly Route[]): Router {
  const router = Router({ caseSensitive: true });
  for (const route of routes)
    router[route.method](route.path, ...(route.method === 'get' ? [] : parsersOf(deps, route)), handlerOf(deps, route));
  return router;
}

/** The limit comes before the body is read, so that a flood costs little. */
const parsersOf = (deps: AppDeps, route: Route): RequestHandler[] => [
  async (request, _response, next) => {
    await takePoint(deps, route.limit, request.ip ?? '');
    next();
  },
  ...bodyParsers(route),
];

const handlerOf =
  (deps: AppDeps, route: Route): RequestHandler =>
  async (request, response) => {
    const visit = visitOf(response);
    if (!visit) throw new Error('Expected the visit to be known before a route runs, but it is not');
    let body: Body = { kind: 'none' };
    if (route.method === 'get') await takePoint(deps, route.limit, request.ip ?? '');
    else {
      body = bodyOf(request);
      refuseForged(deps, request, visit, body);
    }
    refuseStranger(route, visit);
    const call = {
      ...inputOf(route, request, body),
      visit,
      cookie: (name: string) => readCookie(request, name, deps.config.secureCookies),
      request,
      response,
    };
    await sendAnswer(deps, request, response, await route.handle(call));
  };

/** Takes a point of a budget; `tooManyRequests` when it is spent. */
export async function takePoint(deps: AppDeps, budget: Budget | undefined, key: string): Promise<void> {
  if (!budget) return;
  try {
    await deps.limits[budget].consume(key);
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    throw new Refused({ failure: 'tooManyRequests', retryAfterSeconds: Math.ceil(spent.msBeforeNext / 1000) });
  }
}

function refuseStranger({ who }: Route, { actor }: Visit): void {
  if (who === 'anyone') return;
  if (actor.kind === 'anonymous') throw new Refused({ failure: 'notSignedIn' });
  if (who === 'staff' && actor.kind !== 'staff') throw new Refused({ failure: 'forbidden' });
}

type Input = Pick<Parameters<Route['handle']>[0], 'params' | 'query' | 'body' | 'form'>;

function inputOf(route: Route, request: Request, body: Body): Input {
  const form = body.kind === 'form' ? sentForm(body) : undefined;
  const raw = form ? (route.bodyOfForm ?? fieldsAsBody)(form) : body.kind === 'json' ? body.value : {};
  // An id that cannot exist is answered like one that does not.
  const params = route.params?.safeParse(request.params);
  if (params?.success === false) throw new Refused({ failure: 'notFound' });
  return {
    params: params?.data ?? {},
    // Links get decorated on their way (`?fbclid=…`): what a page does not ask for is ignored.
    query: route.query ? checked(route.query, request.query) : {},
    body: checked(route.body, raw),
    ...(form ? { form } : {}),
  };
}

function sentForm({ fields, uploads }: Extract<Body, { kind: 'form' }>): SentForm {
  const { _csrf: _, _action, ...own } = fields;
  return { fields: own, uploads, action: typeof _action === 'string' ? _action : '' };
}

const fieldsAsBody = ({ fields }: SentForm): unknown => fields;

function checked(schema: z.ZodObject | undefined, given: unknown): Record<string, unknown> {
  const parsed = schema?.safeParse(given ?? {}, { reportInput: true });
  if (!parsed) {
    if (typeof given === 'object' && given !== null && Object.keys(given).length === 0) return {};
    throw new Refused({ failure: 'invalidInput', problems: [{ at: 'body', code: 'unknownKey' }] });
  }
  if (!parsed.success)
    throw new Refused({ failure: 'invalidInput', problems: parsed.error.issues.flatMap(problemsOf) });
  return parsed.data;
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const at = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ at: at === '' ? key : `${at}.${key}`, code: 'unknownKey' }));
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [{ at: at === '' ? 'body' : at, code: missing ? 'required' : 'pattern' }];
}
