import { z } from 'zod';
import { applicationPage, channelOf } from './application-page.ts';
import { changeRows } from '../../activities/casework/forms/forms.ts';
import { dataBody, dataOfForm, filledIn } from './filled-form.ts';
import { page, refused } from '../http/answer.ts';
import { procedureParams } from './procedure-views.ts';
import { route } from '../http/route.ts';
import { statusOf } from '../errors.ts';
import { views } from '../schemas/views.ts';
import type { Answer } from '../http/answer.ts';
import type { AppDeps } from '../deps.ts';
import type { Auth } from '../auth/auth.ts';
import type { Failure } from '../../processes/language/failure.ts';
import type { FilledForm } from '../../ui/contract.ts';
import type { Route, SentForm } from '../http/route.ts';

/** Filing an application. Taken also while the engine is away; sent twice with one key it is one case. */
export const submitApplication = (deps: AppDeps, auth: Auth): Route =>
  route({
    method: 'post',
    path: '/applications/:procedureId',
    id: 'submitApplication',
    tag: 'applications',
    who: 'anyone',
    summary:
      'Files the application; needs an `Idempotency-Key` header (HTML: hidden field). The code is told only here',
    limit: 'submitByAddress',
    params: z.object(procedureParams),
    body: dataBody,
    bodyOfForm: dataOfForm,
    uploads: true,
    answers: { status: 201, schema: views.submitted },
    failures: [
      'notFound',
      'forbidden',
      'invalidInput',
      'idempotencyMismatch',
      'tooLarge',
      'tooManyRequests',
      'forgedRequest',
    ],
    async handle({ params, body, form, visit, request }): Promise<Answer> {
      const start = await deps.office.startForm(params.procedureId, visit.actor);
      if (!start.ok) return refused(start);
      const key = keyOf(form, request.get('Idempotency-Key'));
      const { values, problems, uploads } = filledIn(start.value.form, body, form && withoutKey(form));
      const again = async (filled: FilledForm, failure?: Failure): Promise<Answer> =>
        page(
          'application',
          await applicationPage(auth, visit, start.value, key, filled),
          failure ? failed(failure) : {},
        );
      if (problems.length > 0) return again({ values, problems }, { failure: 'invalidInput', problems });
      if (/^(add|remove):/.test(form?.action ?? ''))
        return again({ values: changeRows(values, form?.action ?? ''), problems });
      const { procedure } = start.value;
      const filed = await deps.office.submit(visit.actor, {
        procedureId: procedure.id,
        idempotencyKey: key,
        data: values,
        channel: channelOf(visit),
        attachments: uploads,
      });
      if (!filed.ok) return filed.problems ? again({ values, problems: filed.problems }, filed) : refused(filed);
      const { number, code, state } = filed.value;
      const signedIn = visit.actor.kind === 'parent';
      return page(
        'submitted',
        { number, code, state, procedure: { title: procedure.title }, signedIn },
        { status: 201 },
      );
    },
  });

const failed = (failure: Failure): { status: number; failure: Failure } => ({
  status: statusOf(failure.failure),
  failure,
});

const keyOf = (form: SentForm | undefined, header: string | undefined): string => {
  const hidden = form?.fields['idempotencyKey'];
  return typeof hidden === 'string' ? hidden : (header ?? '');
};

const withoutKey = (form: SentForm): SentForm => {
  const { idempotencyKey: _, ...fields } = form.fields;
  return { ...form, fields };
};
