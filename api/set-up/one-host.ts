import type { Express } from 'express';
import { wantsHtml } from '../http/visit.ts';
import type { AppDeps } from '../deps.ts';

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** `localhost` and `127.0.0.1` are one machine but two sites to a browser: cookies and the sign-in need one of them. */
export function setUpOneHost(app: Express, { config }: AppDeps): void {
  const base = new URL(config.baseUrl);
  if (!loopback.test(base.hostname)) return;
  app.use((request, response, next) => {
    const other = request.hostname !== base.hostname && loopback.test(request.hostname);
    if (other && request.method === 'GET' && wantsHtml(request))
      response.redirect(302, base.origin + request.originalUrl);
    else next();
  });
}
