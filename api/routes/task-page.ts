import type { Auth } from '../auth/auth.ts';
import type { FilledForm, Pages } from '../../ui/contract.ts';
import type { ProvenTask } from './proven-task.ts';
import type { Visit } from '../http/visit.ts';

/** The view of a task: what is typed, what is wrong, and what the visitor may do with it. */
export function taskPage(auth: Auth, visit: Visit, { task, mayAct }: ProvenTask, form: FilledForm): Pages['task'] {
  const signature = task.signature;
  return {
    task,
    form,
    schools: visit.units.filter(({ kind }) => kind !== 'department'),
    freshSignIn: auth.sessions.isFresh(visit.session),
    canSign: mayAct && task.state === 'open' && signature !== undefined && !signature.signed,
    mayAct: mayAct && task.state === 'open',
  };
}
