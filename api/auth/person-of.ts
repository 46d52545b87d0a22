import { newId } from '../../activities/casework/case-id.ts';
import type { AppDeps } from '../deps.ts';
import type { Identity } from './sign-in.ts';
import type { PersonId } from '../../processes/language/ids.ts';
import type { PersonRecord } from '../../activities/store/records.ts';

/** The person a provider vouches for; somebody new becomes a parent, who holds no office and sees only their own cases. */
export async function personOf(
  { store, clock, random }: Pick<AppDeps, 'store' | 'clock' | 'random'>,
  { subject, name, email }: Identity,
): Promise<PersonRecord> {
  const known = await store.people.findBySubject(subject);
  if (known) return known;
  const id = newId(clock, random) as PersonId;
  await store.people.put({ id, name, email, assignments: [], subject });
  // Read back: two first sign-ins at once must end in one person.
  return (await store.people.findBySubject(subject)) ?? { _id: id, name, email, assignments: [], subject };
}
