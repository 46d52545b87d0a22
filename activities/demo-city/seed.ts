import type { Person } from '../../processes/language/party.ts';
import type { Store } from '../store/store.ts';
import { demoPeople } from './people.ts';
import { demoUnits, department } from './units.ts';

/**
 * Puts the demo city into an empty store, once: what has been changed since is left alone. The department goes in last,
 * so that a seeding that was cut off begins anew. Answers whether it seeded.
 */
export async function seedDemo(store: Pick<Store, 'units' | 'people'>): Promise<boolean> {
  if ((await store.units.find(department.id)) !== undefined) return false;
  await Promise.all(demoUnits.map((unit) => store.units.put(unit)));
  await Promise.all(demoPeople.map((person) => store.people.put({ ...person, subject: person.id })));
  await store.units.put(department);
  return true;
}

/** Those who sign in the demo city and therefore need keys. */
export const demoSigners: Person[] = demoPeople.filter(({ assignments }) =>
  assignments.some(({ role }) => role === 'director' || role === 'clerk' || role === 'secretary'),
);
