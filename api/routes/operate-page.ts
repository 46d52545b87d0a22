import { z } from 'zod';
import { id } from '../schemas/words.ts';
import { may, scopeFor } from '../auth/abilities.ts';
import { page, refused } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { views } from '../schemas/views.ts';
import type { AppDeps } from '../deps.ts';
import type { CaseId } from '../../processes/language/ids.ts';
import type { Route } from '../http/route.ts';

/** Where a case stands, and all that can be done about it. */
export const operatePage = (deps: AppDeps): Route =>
  route({
    method: 'get',
    path: '/cases/:caseId/operate',
    id: 'operateCase',
    tag: 'operating',
    who: 'staff',
    summary: 'Tokens of a case, what each waits for, and where each could be put; for administrators',
    params: z.object({ caseId: id<CaseId>() }),
    answers: { status: 200, schema: views.operate },
    failures: ['notFound', 'forbidden', 'engineUnavailable'],
    async handle({ params, visit: { abilities } }) {
      if (!may(abilities, 'operate', 'case')) return refused({ failure: 'forbidden' });
      const found = await deps.office.operatorView(scopeFor(abilities, 'operate', 'case'), params.caseId);
      if (!found.ok) return refused(found);
      return page('operate', { case: found.value, form: { values: {}, problems: [] } });
    },
  });
