import { z } from 'zod';
import { bundle } from '../schemas/bundle.ts';
import { diagramUrl, procedureParams, procedureRow } from './procedure-views.ts';
import { may } from '../auth/abilities.ts';
import { page, refused } from '../http/answer.ts';
import { receipts, views } from '../schemas/views.ts';
import { route } from '../http/route.ts';
import { sha256 } from '../schemas/words.ts';
import type { AppDeps } from '../deps.ts';
import type { DefinitionHash } from '../../processes/language/ids.ts';
import type { Route } from '../http/route.ts';

const params = z.object(procedureParams);
const query = z.object({ hash: sha256<DefinitionHash>().optional() });
const tag = 'procedures';

/** Deployed procedures: for everyone to read, for administrators to add to. */
export const procedureRoutes = (deps: AppDeps): Route[] => [
  route({
    method: 'get',
    path: '/procedures',
    id: 'listProcedures',
    tag,
    who: 'anyone',
    summary: 'The newest version of every deployed procedure',
    answers: { status: 200, schema: views.procedures },
    handle: async ({ visit }) =>
      page('procedures', {
        mayCheck: may(visit.abilities, 'check', 'model'),
        rows: (await deps.office.procedures()).map(procedureRow),
      }),
  }),
  getProcedure(deps),
  route({
    method: 'get',
    path: '/procedures/:procedureId/diagram',
    id: 'getDiagram',
    tag,
    who: 'anyone',
    summary: 'The BPMN 2.0 model of a version (`hash`), of the newest when none is named',
    params,
    query,
    answers: { status: 200, mime: 'application/xml' },
    failures: ['notFound'],
    async handle({ params, query }) {
      const found = await deps.office.procedure(params.procedureId, query.hash);
      return found.ok ? { kind: 'plain', mime: 'application/xml', text: found.value.xml } : refused(found);
    },
  }),
  deployProcedure(deps),
];

const getProcedure = (deps: AppDeps): Route =>
  route({
    method: 'get',
    path: '/procedures/:procedureId',
    id: 'getProcedure',
    tag,
    who: 'anyone',
    summary: 'A deployed procedure: its steps in reading order, forms and documents',
    params,
    query,
    answers: { status: 200, schema: views.procedure },
    failures: ['notFound'],
    async handle({ params, query }) {
      const found = await deps.office.procedure(params.procedureId, query.hash);
      if (!found.ok) return refused(found);
      const { procedure, steps, hash, nextStart } = found.value;
      return page('procedure', {
        procedure: { ...procedureRow(found.value), legalBasis: procedure.legalBasis },
        steps: steps.map(({ element, name, kind, next }) => ({ element, name, kind, next })),
        forms: procedure.forms,
        documents: procedure.documents.map(({ title }) => title),
        diagramUrl: diagramUrl(procedure.id, hash),
        ...(nextStart ? { nextStart } : {}),
      });
    },
  });

const deployProcedure = (deps: AppDeps): Route =>
  route({
    method: 'post',
    path: '/procedures',
    id: 'deployProcedure',
    tag,
    who: 'staff',
    summary: 'Deploys a procedure; refused with all problems at once, unchanged content stays the same version',
    body: bundle,
    bodyLimit: 4 * 1024 * 1024,
    answers: { status: 200, schema: receipts.deployed },
    failures: ['forbidden', 'invalidInput', 'modelRefused', 'tooLarge', 'forgedRequest'],
    async handle({ body, visit }) {
      if (!may(visit.abilities, 'deploy', 'procedure')) return refused({ failure: 'forbidden' });
      const done = await deps.office.deploy(visit.actor, body);
      if (!done.ok) return refused(done);
      const { procedure, version, hash, deployedAt, unchanged } = done.value;
      const to = `/procedures/${procedure.id}`;
      return { kind: 'done', to, view: { id: procedure.id, version, hash, deployedAt, unchanged } };
    },
  });
