import type { Request, Response } from 'express';
import { cookieNames, setCookies } from './cookies.ts';
import { scopeFor, taskKeys } from '../auth/abilities.ts';
import type { AppDeps } from '../deps.ts';
import type { PageContext, Viewer } from '../../ui/contract.ts';
import type { Visit } from './visit.ts';

/** What every page gets; a notice is shown once. */
export async function pageContext(
  deps: AppDeps,
  request: Request,
  response: Response,
  visit: Visit,
): Promise<PageContext> {
  if (visit.notice) setCookies(response, [{ name: cookieNames.notice }], deps.config.secureCookies);
  return {
    language: visit.language,
    viewer: await viewerOf(deps, visit),
    path: request.originalUrl,
    csrf: visit.csrf,
    demo: deps.config.demo,
    assets: deps.assets.files,
    ...(visit.notice ? { notice: visit.notice } : {}),
  };
}

async function viewerOf(deps: AppDeps, { actor, abilities, units }: Visit): Promise<Viewer> {
  if (actor.kind === 'parent') return { kind: 'parent', id: actor.person.id, name: actor.person.name };
  if (actor.kind !== 'staff') return { kind: 'anonymous' };
  const { id, name, assignments } = actor.person;
  const own = new Set(assignments.map(({ unit }) => unit));
  return {
    kind: 'staff',
    id,
    name,
    roles: [...new Set(assignments.map(({ role }) => role))],
    units: units.filter((unit) => own.has(unit.id)).map((unit) => ({ id: unit.id, name: unit.name })),
    openTasks: await openTasks(deps, { actor, abilities }),
  };
}

/** The number beside "inbox". A page that says the store is away must still be drawn: then it is 0. */
async function openTasks(deps: AppDeps, { actor, abilities }: Pick<Visit, 'actor' | 'abilities'>): Promise<number> {
  if (actor.kind !== 'staff') return 0;
  const filter = { state: 'open', keys: taskKeys(actor.person.assignments), limit: 1 } as const;
  try {
    return (await deps.office.inbox(scopeFor(abilities, 'read', 'task'), actor, filter)).total;
  } catch (thrown) {
    deps.logger.warn({ err: thrown }, 'the inbox could not be counted');
    return 0;
  }
}
