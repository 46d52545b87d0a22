import type { Request } from 'express';
import { callbackPath } from '../auth/sign-in.ts';
import type { Actor } from '../../processes/language/party.ts';
import type { Failure } from '../../processes/language/failure.ts';

/** A path of our own to go back to; anything that could lead elsewhere becomes the start page. */
export function localPath(path: unknown): string {
  if (typeof path !== 'string' || !path.startsWith('/')) return '/';
  // A browser reads `//host` and `/\host` as another host, and drops tabs and line breaks on the way.
  const own = new URL('http://obieg.invalid');
  const asked = URL.canParse(path, own.href) ? new URL(path, own.href) : own;
  const found = asked.pathname + asked.search;
  // `/.//host` is a path of ours until its dots are taken out; then it is `//host`.
  return asked.origin === own.origin && !found.startsWith('//') ? found : '/';
}

/** Where to come back to after signing in: never into the sign-in itself, which would go round and round. */
export const placeToReturn = (path: unknown): string => {
  const found = localPath(path);
  return /^\/sign-in(?![\w-])/.test(found) ? '/' : found;
};

/** Where to send somebody who has to sign in, coming back to the page they were on; whoever must again, as themselves. */
export function signInFirst(request: Request, { failure }: Failure, actor: Actor): string | undefined {
  if (failure !== 'notSignedIn' && failure !== 'stepUpRequired') return undefined;
  // The provider was just asked and did not agree: a page says so instead of asking it again.
  if (request.path === callbackPath) return undefined;
  const back = request.method === 'GET' ? request.originalUrl : pageBefore(request);
  const person = 'person' in actor ? { person: actor.person.id } : {};
  return `/sign-in?${new URLSearchParams({ back: placeToReturn(back), ...person })}`;
}

/** The page a form was on; the browser names it only for our own pages (Referrer-Policy: same-origin). */
function pageBefore(request: Request): string {
  const referer = request.get('Referer');
  if (referer === undefined || !URL.canParse(referer)) return '/';
  const { host, pathname, search } = new URL(referer);
  return host === request.host ? pathname + search : '/';
}
