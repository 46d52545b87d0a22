import type { Request, Response } from 'express';
import type { SetCookie } from './answer.ts';

/** What the product keeps in a browser. None of them is readable by script. */
export const cookieNames = {
  session: 'obieg',
  /** random, ties the token of forms to a browser that is not signed in */
  visitor: 'obieg-visitor',
  /** state of one sign-in under way, signed */
  flow: 'obieg-flow',
  /** case numbers whose code was proven here, signed, one hour */
  track: 'obieg-track',
  language: 'obieg-language',
  notice: 'obieg-notice',
} as const;

/** `__Host-` binds a cookie to this very host and to TLS; plain names are for http on loopback only. */
const fullName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

export function readCookie(request: Request, name: string, secure: boolean): string | undefined {
  const wanted = `${fullName(name, secure)}=`;
  const found = (request.headers.cookie ?? '').split(/;\s*/).find((pair) => pair.startsWith(wanted));
  return found?.slice(wanted.length);
}

export function setCookies(response: Response, cookies: readonly SetCookie[], secure: boolean): void {
  for (const { name, value, maxAgeSeconds } of cookies)
    response.cookie(fullName(name, secure), value ?? '', {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
      encode: String,
      ...(value === undefined ? { maxAge: 0 } : maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds * 1000 }),
    });
}
