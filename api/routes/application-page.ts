import type { Auth } from '../auth/auth.ts';
import type { FilledForm, Pages } from '../../ui/contract.ts';
import type { FormSchema } from '../../processes/language/form.ts';
import type { Procedure } from '../../processes/language/procedure.ts';
import type { Visit } from '../http/visit.ts';

/** The view of an application; nothing typed is ever lost between two of them. */
export async function applicationPage(
  auth: Auth,
  visit: Visit,
  { procedure, form: schema }: { procedure: Procedure; form: FormSchema },
  idempotencyKey: string,
  form: FilledForm,
): Promise<Pages['application']> {
  const { id, title, summary, legalBasis } = procedure;
  return {
    procedure: { id, title, summary, legalBasis },
    schema,
    form,
    schools: (await auth.units()).filter(({ kind }) => kind !== 'department'),
    idempotencyKey,
    channel: channelOf(visit),
  };
}

/** Staff enter what came on paper; everybody else files for themselves. */
export const channelOf = ({ actor }: Visit): 'web' | 'paper' => (actor.kind === 'staff' ? 'paper' : 'web');
