import compression from 'compression';
import express from 'express';
import type { Express } from 'express';
import { createAuth } from './auth/auth.ts';
import { mountRoutes } from './http/mount.ts';
import { routesOf } from './routes/routes.ts';
import { setUpAssets } from './set-up/assets.ts';
import { setUpErrors } from './set-up/errors.ts';
import { setUpOneHost } from './set-up/one-host.ts';
import { setUpRequestLog } from './set-up/request-log.ts';
import { setUpSecurity } from './set-up/security.ts';
import { setUpVisit } from './set-up/visit.ts';
import type { AppDeps } from './deps.ts';

/** All doors of Obieg as one Express app. Throws at once when demo mode and production meet, or no issuer is configured. */
export function createApp(deps: AppDeps): Express {
  const auth = createAuth(deps);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', deps.config.trustedProxies ?? false);
  setUpRequestLog(app, deps);
  setUpSecurity(app, deps);
  setUpOneHost(app, deps);
  app.use(compression());
  setUpAssets(app, deps);
  // The provider reads its own bodies and answers its own errors: it comes before ours.
  if (auth.provider) app.use('/oidc', auth.provider.handle);
  setUpVisit(app, deps, auth);
  app.use(mountRoutes(deps, routesOf(deps, auth)));
  setUpErrors(app, deps);
  return app;
}
