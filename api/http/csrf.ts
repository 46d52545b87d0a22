import type { Request } from 'express';
import { cookieNames, readCookie } from './cookies.ts';
import { Refused } from '../errors.ts';
import { sameText } from '../auth/seal.ts';
import type { AppDeps } from '../deps.ts';
import type { Body } from './bodies.ts';
import type { Visit } from './visit.ts';

const forged = (detail: string): Refused => new Refused({ failure: 'forgedRequest', detail });

/**
 * Whoever changes something must come from our own page: the browser's Origin is ours, and the request brings the token
 * of this session (or visitor) back. JSON without any cookie of ours carries nobody's authority and needs no token.
 */
export function refuseForged(deps: AppDeps, request: Request, visit: Visit, body: Body): void {
  const origin = request.get('Origin');
  if (origin !== undefined && origin !== new URL(deps.config.baseUrl).origin) throw forged(`Origin ${origin}`);
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw forged(`Sec-Fetch-Site ${site}`);
  if (body.kind !== 'form' && !carriesAuthority(deps, request)) return;
  const given = request.get('X-CSRF-Token') ?? (body.kind === 'form' ? body.fields['_csrf'] : undefined);
  // A session that ran out while the form was open is no forgery: the person signs in again.
  if (!visit.session && readCookie(request, cookieNames.session, deps.config.secureCookies) !== undefined)
    throw new Refused({ failure: 'notSignedIn' });
  if (typeof given !== 'string' || visit.csrf === '' || !sameText(given, visit.csrf)) throw forged('token');
}

const carriesAuthority = (deps: AppDeps, request: Request): boolean =>
  [cookieNames.session, cookieNames.visitor, cookieNames.track].some(
    (name) => readCookie(request, name, deps.config.secureCookies) !== undefined,
  );
