import { z } from 'zod';
import { choice, choices, pageNumber, pagesOf, present, window } from './paging.ts';
import { deliverMessage, retryIncident } from './case-actions.ts';
import { id } from '../schemas/words.ts';
import { may, scopeFor } from '../auth/abilities.ts';
import { page, refused } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { views } from '../schemas/views.ts';
import type { Abilities } from '../auth/abilities.ts';
import type { AppDeps } from '../deps.ts';
import type { CaseId, UnitId } from '../../processes/language/ids.ts';
import type { CaseRow, CaseStatus, CaseView, TaskRow } from '../../processes/language/case.ts';
import type { Route } from '../http/route.ts';

const statuses: readonly CaseStatus[] = ['received', 'open', 'incident', 'completed'];

/** Cases as those see them who work on them. */
export const caseRoutes = (deps: AppDeps): Route[] => [
  listCases(deps),
  getCase(deps),
  deliverMessage(deps),
  retryIncident(deps),
];

const listCases = (deps: AppDeps): Route =>
  route({
    method: 'get',
    path: '/cases',
    id: 'listCases',
    tag: 'cases',
    who: 'staff',
    summary: 'Cases of the units whoever asks may see; `text` searches numbers',
    query: z.object({ procedure: choice, unit: choice, status: choice, text: choice, page: pageNumber }),
    answers: { status: 200, schema: views.cases },
    async handle({ visit, query }) {
      const status = statuses.find((one) => one === query.status);
      const filter = present({ procedure: query.procedure, unit: query.unit, status, text: query.text });
      const [list, offered] = await Promise.all([
        deps.office.cases(scopeFor(visit.abilities, 'read', 'case'), {
          ...present({
            procedureId: query.procedure,
            unit: query.unit as UnitId | undefined,
            status,
            text: query.text,
          }),
          ...window(query.page),
        }),
        choices(deps, visit),
      ]);
      const rows = list.rows.map((row) => (readsContent(visit.abilities, row) ? row : withoutSubject(row)));
      return page('cases', { ...list, rows, page: query.page, pages: pagesOf(list.total), filter, ...offered });
    },
  });

const getCase = (deps: AppDeps): Route =>
  route({
    method: 'get',
    path: '/cases/:caseId',
    id: 'getCase',
    tag: 'cases',
    who: 'staff',
    summary: 'A case: stage, who holds it, term and its derivation, documents, history, steps',
    params: z.object({ caseId: id<CaseId>() }),
    answers: { status: 200, schema: views.case },
    failures: ['notFound'],
    async handle({ params, visit: { abilities } }) {
      const found = await deps.office.case(scopeFor(abilities, 'read', 'case'), params.caseId);
      if (!found.ok) return refused(found);
      const view = withoutContent(abilities, found.value);
      const unit = { unit: view.unit.id };
      const waiting = may(abilities, 'message', 'case', unit) ? (view.waiting ?? []) : [];
      return page('case', {
        case: view,
        diagramUrl: `/procedures/${view.procedure.id}/diagram?hash=${view.definition.hash}`,
        may: {
          retry: may(abilities, 'retry', 'incident'),
          operate: may(abilities, 'operate', 'case'),
          deliver: waiting.map(({ message, name }) => ({ message, label: name })),
        },
      });
    },
  });

/** An administrator keeps cases running without reading them. */
function withoutContent(abilities: Abilities, view: CaseView): CaseView {
  if (readsContent(abilities, view)) return view;
  const { subject: _, ...rest } = view;
  return { ...rest, data: {}, documents: [], messages: [], tasks: view.tasks.map(withoutSubject) };
}

const readsContent = (abilities: Abilities, { unit }: CaseRow): boolean =>
  may(abilities, 'read', 'content', { unit: unit.id });

function withoutSubject<Row extends CaseRow | TaskRow>(row: Row): Omit<Row, 'subject'> {
  const { subject: _, ...rest } = row;
  return rest;
}
