import { z } from 'zod';
import { page, refused } from '../http/answer.ts';
import { procedureParams } from './procedure-views.ts';
import { route } from '../http/route.ts';
import { startingRoles } from '../../activities/casework/actors.ts';
import { submitApplication } from './application-submit.ts';
import { applicationPage } from './application-page.ts';
import { views } from '../schemas/views.ts';
import type { AppDeps } from '../deps.ts';
import type { Auth } from '../auth/auth.ts';
import type { Route } from '../http/route.ts';

/** Applying: by the party on the web, or by an office from paper. */
export const applicationRoutes = (deps: AppDeps, auth: Auth): Route[] => [
  route({
    method: 'get',
    path: '/applications',
    id: 'listApplications',
    tag: 'applications',
    who: 'anyone',
    summary: 'What whoever asks can apply for (staff: what they can enter from paper)',
    answers: { status: 200, schema: views.applications },
    async handle({ visit }) {
      const roles = startingRoles(visit.actor);
      const deployed = await deps.office.procedures();
      const open = deployed.filter(({ procedure }) =>
        procedure.start.some(({ by }) => by.some((one) => roles.includes(one))),
      );
      return page('applications', {
        procedures: open.map(({ procedure: { id, title, summary, legalBasis } }) => ({
          id,
          title,
          summary,
          legalBasis,
        })),
      });
    },
  }),
  route({
    method: 'get',
    path: '/applications/:procedureId',
    id: 'getApplication',
    tag: 'applications',
    who: 'anyone',
    summary: 'The form of one procedure, empty, with a fresh idempotency key',
    params: z.object(procedureParams),
    answers: { status: 200, schema: views.application },
    failures: ['notFound', 'forbidden'],
    async handle({ params, visit }) {
      const start = await deps.office.startForm(params.procedureId, visit.actor);
      if (!start.ok) return refused(start);
      const key = deps.random(18).toString('base64url');
      return page('application', await applicationPage(auth, visit, start.value, key, { values: {}, problems: [] }));
    },
  }),
  submitApplication(deps, auth),
];
