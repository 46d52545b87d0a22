import { z } from 'zod';
import { id, jsonObject } from '../schemas/words.ts';
import { may, scopeFor } from '../auth/abilities.ts';
import { operatingFailures, requestId } from './operation-route.ts';
import { page, refused } from '../http/answer.ts';
import { receipts } from '../schemas/views.ts';
import { route } from '../http/route.ts';
import { statusOf } from '../errors.ts';
import type { Answer } from '../http/answer.ts';
import type { AppDeps } from '../deps.ts';
import type { CaseId, Json, JsonObject } from '../../processes/language/ids.ts';
import type { Failure, Problem } from '../../processes/language/failure.ts';
import type { SentForm, Route } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';

const variable = /^[\p{L}_][\p{L}\p{N}_]{0,99}$/u;

type Typed = { name: string; value: string; scope: string };
const typedIn = ({ fields }: SentForm): Typed => {
  const text = (key: string): string => (typeof fields[key] === 'string' ? fields[key] : '');
  return { name: text('name').trim(), value: text('value'), scope: text('scope') };
};

/** What was typed, as one variable; or what is wrong with it, place by place. */
const read = ({ name, value }: Typed): { variables: JsonObject; problems: Problem[] } => {
  const problems: Problem[] = variable.test(name) ? [] : [{ at: 'name', code: name === '' ? 'required' : 'pattern' }];
  try {
    return { variables: { [name]: JSON.parse(value) as Json }, problems };
  } catch {
    return { variables: {}, problems: [...problems, { at: 'value', code: value.trim() === '' ? 'required' : 'json' }] };
  }
};

/** Corrects variables of a case. A form corrects one; what is no JSON is shown where it was typed. */
export const correctVariables = (deps: AppDeps): Route =>
  route({
    method: 'post',
    path: '/cases/:caseId/variables',
    id: 'correctVariables',
    tag: 'operating',
    who: 'staff',
    summary: 'Sets variables of the process, or of the part of it named by `scope`',
    params: z.object({ caseId: id<CaseId>() }),
    body: z.strictObject({
      requestId,
      scope: z
        .string()
        .regex(/^\d{1,12}$/)
        .optional(),
      variables: jsonObject.refine((given) => Object.keys(given).every((name) => variable.test(name))),
    }),
    // the names are proven again in the handler, where the page can be drawn with them
    bodyOfForm: (form) => ({ variables: {}, ...(typedIn(form).scope === '' ? {} : { scope: typedIn(form).scope }) }),
    answers: { status: 200, schema: receipts.step },
    failures: operatingFailures,
    async handle({ params: { caseId }, body, form, visit }) {
      if (!may(visit.abilities, 'operate', 'case')) return refused({ failure: 'forbidden' });
      const typed = form && typedIn(form);
      const given = typed ? read(typed) : { variables: body.variables, problems: [] };
      if (Object.keys(given.variables).length === 0 && given.problems.length === 0)
        given.problems = [{ at: 'variables', code: 'required' }];
      if (given.problems.length > 0)
        return wrong(deps, visit, caseId, typed, { failure: 'invalidInput', problems: given.problems });
      const operation = {
        kind: 'variablesCorrected' as const,
        variables: given.variables,
        ...(body.scope === undefined ? {} : { scope: body.scope }),
      };
      const wanted = { operation, ...(body.requestId === undefined ? {} : { requestId: body.requestId }) };
      const done = await deps.office.operate(scopeFor(visit.abilities, 'operate', 'case'), visit.actor, caseId, wanted);
      if (!done.ok) return refused(done);
      return { kind: 'done', to: `/cases/${caseId}/operate`, view: done.value, notice: 'operated' };
    },
  });

/** A form comes back as it was typed. */
async function wrong(
  deps: AppDeps,
  { abilities }: Visit,
  caseId: CaseId,
  typed: Typed | undefined,
  failure: Failure & { problems: Problem[] },
): Promise<Answer> {
  const found = typed && (await deps.office.operatorView(scopeFor(abilities, 'operate', 'case'), caseId));
  if (!found) return refused(failure);
  if (!found.ok) return refused(found);
  const form = { values: { ...typed }, problems: failure.problems };
  return page('operate', { case: found.value, form }, { status: statusOf(failure.failure), failure });
}
