import { describe, expect, test } from '@jest/globals';
import { demoPeople } from '../../../activities/demo-city/people.ts';
import { demoSigners, seedDemo } from '../../../activities/demo-city/seed.ts';
import { demoUnits, department } from '../../../activities/demo-city/units.ts';
import type { Person, Unit } from '../../../processes/language/party.ts';
import type { Store } from '../../../activities/store/store.ts';

type Stored = { units: Map<string, Unit>; people: Map<string, Person> };
function emptyStore(): { stored: Stored; store: Pick<Store, 'units' | 'people'> } {
  const stored: Stored = { units: new Map(), people: new Map() };
  const units = {
    find: async (id: string) => stored.units.get(id),
    list: async () => [...stored.units.values()],
    put: async (unit: Unit) => void stored.units.set(unit.id, unit),
  };
  const people = { put: async (person: Person) => void stored.people.set(person.id, person) };
  return { stored, store: { units, people } as unknown as Pick<Store, 'units' | 'people'> };
}

describe('the demo city', () => {
  test('has 153 units with ids, symbols and names of their own, and one department', () => {
    for (const key of ['id', 'symbol', 'name'] as const) {
      expect(new Set([...demoUnits, department].map((unit) => unit[key])).size).toBe(154);
    }
    expect(demoUnits.filter(({ kind }) => kind === 'department')).toEqual([]);
    expect(demoUnits.find(({ id }) => id === 'lo-19')?.name).toBe('XIX Liceum Ogólnokształcące w Przykładowie');
  });

  test('has somebody for each role and a parent who holds none', () => {
    const roles = new Set(demoPeople.flatMap(({ assignments }) => assignments.map(({ role }) => role)));
    expect(roles).toEqual(new Set(['secretary', 'director', 'clerk', 'administrator']));
    expect(demoPeople.some(({ assignments }) => assignments.length === 0)).toBe(true);
    expect(demoSigners.map(({ id }) => id)).toEqual(expect.arrayContaining(['clerk-wydzial', 'director-wydzial']));
  });

  test('lets nobody hold a role in a unit that is not there', () => {
    const units = new Set<string>([...demoUnits, department].map(({ id }) => id));
    const seats = demoPeople.flatMap(({ assignments }) => assignments.map(({ unit }) => unit));
    expect(seats.filter((unit) => !units.has(unit))).toEqual([]);
  });

  test('is seeded once and leaves alone what was changed since', async () => {
    const { stored, store } = emptyStore();
    expect(await seedDemo(store)).toBe(true);
    expect([stored.units.size, stored.people.size]).toEqual([154, demoPeople.length]);
    stored.units.set('sp-1', { ...demoUnits[0]!, name: 'renamed' });
    expect(await seedDemo(store)).toBe(false);
    expect(stored.units.get('sp-1')?.name).toBe('renamed');
  });

  test('that was cut off in the middle of its seeding is seeded whole the next time', async () => {
    const { stored, store } = emptyStore();
    await store.units.put(demoUnits[0]!);
    expect(await seedDemo(store)).toBe(true);
    expect(stored.units.size).toBe(154);
  });
});
