import { fail } from '../../../processes/language/failure.ts';
import type { Failure } from '../../../processes/language/failure.ts';
import type { Json } from '../../../processes/language/ids.ts';
import type { Request, Verb } from './line.ts';
import { personOf, workMeant } from './request-inputs.ts';
import type { Situation } from './request-inputs.ts';
import type { TraceState } from './trace.ts';

type Noted = (state: TraceState, instance: string, element: string, person: string) => void;

export const assigning: readonly Verb[] = ['claim', 'release', 'assign', 'delegate'];
const states: Partial<Record<Verb, TraceState>> = {
  claim: 'claimed',
  release: 'released',
  assign: 'assigned',
  delegate: 'delegated',
};

const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Claims, releases, assigns or delegates a user task; a failure: nothing was changed. */
export const assignTask = (at: Situation, { verb, about, more }: Request, noted: Noted): Failure | undefined => {
  const actor = personOf(more);
  const receiver = verb === 'claim' ? (actor ?? text(more['to'])) : text(more['to']);
  if (verb !== 'release' && receiver === undefined)
    return fail('invalidInput', { detail: verb === 'claim' ? 'Who claims it is missing: "as"' : 'It has no "to"' });
  const task = workMeant(at, about, actor, ['task']);
  if (!task.ok) return task;
  const { instance, element } = task.value;
  const holder = at.claims.holder(instance);
  const refusal = verb === 'assign' ? undefined : at.claims.refuse(instance, actor);
  if (refusal) return refusal;
  if (verb === 'release' && holder === undefined) return fail('conflict', { detail: 'Nobody has claimed the task' });
  if (verb === 'release') at.claims.free(instance);
  else at.claims.give(instance, receiver ?? '');
  noted(states[verb] ?? 'claimed', instance, element, receiver ?? actor ?? holder ?? '');
  return undefined;
};
