import type { Express, Request, Response } from 'express';
import { abilitiesOf } from '../auth/abilities.ts';
import { cookieNames, readCookie, setCookies } from '../http/cookies.ts';
import { isNotice } from '../http/notice.ts';
import { keepVisit, wantsHtml } from '../http/visit.ts';
import { languages } from '../../processes/language/text.ts';
import type { Actor } from '../../processes/language/party.ts';
import type { AppDeps } from '../deps.ts';
import type { Auth } from '../auth/auth.ts';
import type { Language } from '../../processes/language/text.ts';
import type { Visit } from '../http/visit.ts';

const anonymous: Actor = { kind: 'anonymous' };

/** Finds out who asks and in which language, before any route. */
export function setUpVisit(app: Express, deps: AppDeps, auth: Auth): void {
  app.use(async (request, response, next) => {
    const cookie = (name: string): string | undefined => readCookie(request, name, deps.config.secureCookies);
    const language = languageOf(request, cookie(cookieNames.language));
    const notice = cookie(cookieNames.notice);
    const stranger: Visit = {
      requestId: String(response.getHeader('X-Request-Id')),
      language,
      actor: anonymous,
      abilities: abilitiesOf(anonymous, new Set()),
      units: [],
      csrf: '',
      ...(isNotice(notice) ? { notice } : {}),
    };
    // Known first without the store, so that its absence can be told in the reader's language.
    keepVisit(response, stranger);
    const session = await auth.sessions.read(cookie(cookieNames.session));
    const units = session ? await auth.units() : [];
    const departments = units.filter(({ kind }) => kind === 'department');
    keepVisit(response, {
      ...stranger,
      csrf: session?.record.csrf ?? visitorToken(deps, auth, request, response, cookie(cookieNames.visitor)),
      ...(session
        ? {
            session,
            actor: session.actor,
            abilities: abilitiesOf(session.actor, new Set(departments.map(({ id }) => id))),
            units,
            ...(departments[0] ? { department: departments[0] } : {}),
          }
        : {}),
    });
    next();
  });
}

/** The form token of somebody not signed in, tied to a random cookie that is given with the first page. */
function visitorToken(
  { config, random }: AppDeps,
  auth: Auth,
  request: Request,
  response: Response,
  held: string | undefined,
): string {
  if (held === undefined && !wantsHtml(request)) return '';
  const value = held ?? random(16).toString('base64url');
  if (held === undefined) setCookies(response, [{ name: cookieNames.visitor, value }], config.secureCookies);
  return auth.seal.mark('csrf', value);
}

/** What was chosen here, else what the browser prefers, else Polish. */
function languageOf(request: Request, chosen: string | undefined): Language {
  const known = languages.find((language) => language === chosen);
  return known ?? languages.find((language) => language === request.acceptsLanguages([...languages])) ?? 'pl';
}
