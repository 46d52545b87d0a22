import { accountRoutes } from './account.ts';
import { applicationRoutes } from './applications.ts';
import { caseRoutes } from './cases.ts';
import { documentRoutes } from './documents.ts';
import { healthRoutes } from './health.ts';
import { inboxRoutes } from './inbox.ts';
import { modelRoutes } from './models.ts';
import { myCaseRoutes } from './my-cases.ts';
import { migrationRoutes } from './migration.ts';
import { openApiRoutes } from '../openapi/route.ts';
import { operateRoutes } from './operate.ts';
import { procedureRoutes } from './procedures.ts';
import { signInRoutes } from './sign-in.ts';
import { startRoutes } from './start.ts';
import { taskRoutes } from './tasks.ts';
import { trackRoutes } from './track.ts';
import { verifyRoutes } from './verify.ts';
import type { AppDeps } from '../deps.ts';
import type { Auth } from '../auth/auth.ts';
import type { Route } from '../http/route.ts';

/** Every operation there is; the router and the OpenAPI document are both made from this list. */
export function routesOf(deps: AppDeps, auth: Auth): Route[] {
  const routes = [
    ...startRoutes(deps, auth),
    ...accountRoutes(deps, auth),
    ...signInRoutes(deps, auth),
    ...inboxRoutes(deps),
    ...taskRoutes(deps, auth),
    ...caseRoutes(deps),
    ...operateRoutes(deps),
    ...documentRoutes(deps),
    ...applicationRoutes(deps, auth),
    ...trackRoutes(deps, auth),
    ...myCaseRoutes(deps),
    ...procedureRoutes(deps),
    ...migrationRoutes(deps),
    ...modelRoutes(),
    ...verifyRoutes(deps),
    ...healthRoutes(deps),
  ];
  return [...routes, ...openApiRoutes(deps, routes)];
}
