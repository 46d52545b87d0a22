import type { Express, Request } from 'express';
import type { AppDeps } from '../deps.ts';

/**
 * One line per request: id, method, path, status, milliseconds. Never the query, the body, a header or a name; the paths
 * themselves carry ids only, except a typed case number or code, which is left out.
 */
export function setUpRequestLog(app: Express, { clock, random, logger }: AppDeps): void {
  app.use((request, response, next) => {
    const requestId = random(9).toString('base64url');
    const began = clock().getTime();
    const path = quietPath(request);
    response.set('X-Request-Id', requestId);
    response.on('finish', () => {
      const line = {
        requestId,
        method: request.method,
        path,
        status: response.statusCode,
        ms: clock().getTime() - began,
      };
      if (response.statusCode >= 500) logger.error(line);
      else logger.info(line);
    });
    next();
  });
}

const quietPath = ({ path }: Request): string => path.replace(/^\/(track|verify)\/[^/]+/, '/$1/…');
