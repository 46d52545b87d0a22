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
  await inTurns(demoUnits, (unit) => store.units.put(unit));
  await inTurns(demoPeople, (person) => store.people.put({ ...person, subject: person.id }));
  await store.units.put(department);
  return true;
}

/** Fewer writes at a time than the store has connections: a busy machine would let the last ones wait too long for theirs. */
const atOnce = 16;

async function inTurns<Item>(items: Item[], put: (item: Item) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += atOnce) {
    await Promise.all(items.slice(from, from + atOnce).map(put));
  }
}

/** Those who sign in the demo city and therefore need keys. */
export const demoSigners: Person[] = demoPeople.filter(({ assignments }) =>
  assignments.some(({ role }) => role === 'director' || role === 'clerk' || role === 'secretary'),
);
