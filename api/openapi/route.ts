import { openApiDocument } from './document.ts';
import { route } from '../http/route.ts';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';

/** The document that lists every operation, itself included. Made once. */
export function openApiRoutes({ config }: Pick<AppDeps, 'config'>, others: readonly Route[]): Route[] {
  let text: string | undefined;
  const own: Route = route({
    method: 'get',
    path: '/openapi.json',
    id: 'getOpenApi',
    tag: 'openapi',
    who: 'anyone',
    summary: 'This document',
    answers: { status: 200, mime: 'application/json' },
    handle: () => {
      text ??= JSON.stringify(openApiDocument([...others, own], config.baseUrl));
      return { kind: 'plain', mime: 'application/json', text };
    },
  });
  return [own];
}
