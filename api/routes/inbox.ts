import { z } from 'zod';
import { choice, choices, pageNumber, pagesOf, present, window } from './paging.ts';
import { localDateOf } from '../../processes/language/zone.ts';
import { page, refused } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { scopeFor, taskKeys } from '../auth/abilities.ts';
import { views } from '../schemas/views.ts';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import type { TaskFilter } from '../../activities/store/store.ts';
import type { UnitId } from '../../processes/language/ids.ts';

const query = z.object({
  show: z.enum(['mine', 'all', 'overdue']).catch('all'),
  procedure: choice,
  unit: choice,
  page: pageNumber,
});

/** What waits for the roles somebody holds, by legal term. */
export const inboxRoutes = (deps: AppDeps): Route[] => [
  route({
    method: 'get',
    path: '/inbox',
    id: 'getInbox',
    tag: 'tasks',
    summary: 'Open tasks for the roles of whoever asks',
    who: 'staff',
    query,
    answers: { status: 200, schema: views.inbox },
    async handle({ visit, query }) {
      if (visit.actor.kind !== 'staff') return refused({ failure: 'forbidden' });
      const { actor, abilities } = visit;
      const scope = scopeFor(abilities, 'read', 'task');
      const mine = { assignee: actor.person.id };
      const overdue = { overdueOn: localDateOf(deps.clock().toISOString()) };
      const shown = { mine, all: {}, overdue }[query.show];
      const waiting = { state: 'open', keys: taskKeys(actor.person.assignments) } as const;
      const chosen = present({ procedureId: query.procedure, unit: query.unit as UnitId | undefined });
      const count = async (filter: TaskFilter): Promise<number> =>
        (await deps.office.inbox(scope, actor, { ...waiting, ...chosen, ...filter, limit: 1 })).total;
      const [list, mineCount, all, late, offered] = await Promise.all([
        deps.office.inbox(scope, actor, { ...waiting, ...chosen, ...shown, ...window(query.page) }),
        count(mine),
        count({}),
        count(overdue),
        choices(deps, visit),
      ]);
      return page('inbox', {
        ...list,
        page: query.page,
        pages: pagesOf(list.total),
        filter: { show: query.show, ...present({ procedure: query.procedure, unit: query.unit }) },
        counts: { mine: mineCount, all, overdue: late },
        ...offered,
      });
    },
  }),
];
