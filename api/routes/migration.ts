import { z } from 'zod';
import { id, sha256 } from '../schemas/words.ts';
import { may, scopeFor } from '../auth/abilities.ts';
import { migrationReport } from '../schemas/operating.ts';
import { operatingFailures, requestId } from './operation-route.ts';
import { page, refused } from '../http/answer.ts';
import { procedureParams } from './procedure-views.ts';
import { route } from '../http/route.ts';
import { views } from '../schemas/views.ts';
import type { Answer } from '../http/answer.ts';
import type { AppDeps } from '../deps.ts';
import type { CaseId, DefinitionHash } from '../../processes/language/ids.ts';
import type { MigrationReport } from '../../processes/language/operating.ts';
import type { Pages } from '../../ui/contract.ts';
import type { Result } from '../../processes/language/failure.ts';
import type { Route, SentForm } from '../http/route.ts';

const name = z.string().regex(/^[\w.:-]{1,160}$/);
const params = z.object(procedureParams);
const wanted = {
  to: sha256<DefinitionHash>().optional(),
  mapping: z.record(name, name).default({}),
  cases: z.array(id<CaseId>()).max(1000).optional(),
};

/** Cases of a procedure put on another of its versions: looked at first, then done. */
export const migrationRoutes = (deps: AppDeps): Route[] => [migrationPage(deps), plan(deps), apply(deps)];

const migrationPage = (deps: AppDeps): Route =>
  route({
    method: 'get',
    path: '/procedures/:procedureId/migration',
    id: 'getMigration',
    tag: 'operating',
    who: 'staff',
    summary: 'Versions of a procedure that its running cases can be put on; for administrators',
    params,
    answers: { status: 200, schema: views.migration },
    failures: ['notFound', 'forbidden'],
    async handle({ params: { procedureId }, visit }) {
      if (!may(visit.abilities, 'operate', 'case')) return refused({ failure: 'forbidden' });
      const found = await deps.office.procedure(procedureId);
      if (!found.ok) return refused(found);
      const { id: ownId, title } = found.value.procedure;
      return page('migration', {
        procedure: { id: ownId, title },
        versions: await deps.office.versionsOf(procedureId),
        typed: { to: found.value.hash, mapping: '' },
      });
    },
  });

/** `old = new`, one a line. A line that is none becomes a name that is refused. */
const mappingOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const [from = '', to = ''] = line.split('=').map((part) => part.trim());
        return [from, to];
      }),
  );

const textOf = (form: SentForm, key: string): string => {
  const value = form.fields[key];
  return typeof value === 'string' ? value : '';
};

const bodyOfForm = (form: SentForm): unknown => {
  const request = textOf(form, 'requestId');
  return {
    to: textOf(form, 'to'),
    mapping: mappingOf(textOf(form, 'mapping')),
    ...(request === '' ? {} : { requestId: request }),
  };
};

/** The page with what came of it, for people; the report alone for programs. */
async function shown(deps: AppDeps, done: Result<MigrationReport>, applied: boolean): Promise<Answer> {
  if (!done.ok) return refused(done);
  const { procedure, to, mapping } = done.value;
  const versions = await deps.office.versionsOf(procedure.id);
  const lines = Object.entries(mapping).map(([from, into]) => `${from} = ${into}`);
  const props: Pages['migration'] = {
    procedure,
    versions,
    typed: { to: to.hash, mapping: lines.join('\n') },
    report: done.value,
    applied,
  };
  return { ...page('migration', props), view: done.value } as Answer;
}

const plan = (deps: AppDeps): Route =>
  route({
    method: 'post',
    path: '/procedures/:procedureId/migration/plan',
    id: 'planMigration',
    tag: 'operating',
    who: 'staff',
    summary: 'Dry run: for every running case where each token would stand, and what cannot be mapped and why',
    params,
    body: z.strictObject(wanted),
    bodyOfForm,
    answers: { status: 200, schema: migrationReport },
    failures: operatingFailures,
    async handle({ params: { procedureId }, body: { to, mapping, cases }, visit }) {
      if (!may(visit.abilities, 'operate', 'case')) return refused({ failure: 'forbidden' });
      const scope = scopeFor(visit.abilities, 'operate', 'case');
      const asked = { procedureId, mapping, ...(to ? { to } : {}), ...(cases ? { cases } : {}) };
      return shown(deps, await deps.office.planMigration(scope, asked), false);
    },
  });

const apply = (deps: AppDeps): Route =>
  route({
    method: 'post',
    path: '/procedures/:procedureId/migration',
    id: 'migrateCases',
    tag: 'operating',
    who: 'staff',
    summary: 'Puts the running cases on the other version, each as a whole or not at all',
    params,
    body: z.strictObject({ requestId, ...wanted }),
    bodyOfForm,
    answers: { status: 200, schema: migrationReport },
    failures: operatingFailures,
    async handle({ params: { procedureId }, body: { to, mapping, cases, requestId: request }, visit }) {
      if (!may(visit.abilities, 'operate', 'case')) return refused({ failure: 'forbidden' });
      const asked = {
        procedureId,
        mapping,
        ...(to ? { to } : {}),
        ...(cases ? { cases } : {}),
        ...(request === undefined ? {} : { requestId: request }),
      };
      const scope = scopeFor(visit.abilities, 'operate', 'case');
      return shown(deps, await deps.office.migrateCases(scope, visit.actor, asked), true);
    },
  });
