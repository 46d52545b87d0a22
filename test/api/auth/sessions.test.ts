import { beforeEach, describe, expect, test } from '@jest/globals';
import { createSessions } from '../../../api/auth/sessions.ts';
import { demoPeople } from '../../../activities/demo-city/people.ts';
import { memoryStore } from '../../../activities/store/memory-store.ts';
import { seedDemo } from '../../../activities/demo-city/seed.ts';
import { testClock, testRandom } from '../../support/world.ts';
import type { PersonId } from '../../../processes/language/ids.ts';
import type { PersonRecord } from '../../../activities/store/records.ts';
import type { Sessions } from '../../../api/auth/sessions.ts';

const minute = 60_000;
const store = memoryStore();
const clock = testClock('2026-11-23T08:00:00.000Z');
let sessions: Sessions;
let staff: PersonRecord;
let parent: PersonRecord;

beforeEach(async () => {
  await seedDemo(store);
  sessions = createSessions({ store, clock, random: testRandom() });
  staff = (await store.people.find('secretary-sp-1' as PersonId))!;
  parent = (await store.people.find('parent-1' as PersonId))!;
});

describe('a session', () => {
  test('is kept under the hash of its id only', async () => {
    const id = await sessions.open(staff, clock());
    expect(Buffer.from(id, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await store.sessions.ofPerson(staff._id))).not.toContain(id);
    expect((await sessions.read(id))?.actor).toMatchObject({ kind: 'staff', person: { id: 'secretary-sp-1' } });
    expect(await sessions.read(`${id}x`)).toBeUndefined();
  });

  test('ends after half an hour without use, and lives on while it is used, but not beyond eight hours', async () => {
    const [used, left] = [await sessions.open(staff, clock()), await sessions.open(staff, clock())];
    for (let passed = 0; passed < 8 * 60 - 20; passed += 20) {
      clock.forward(20 * minute);
      expect(await sessions.read(used)).toBeDefined();
    }
    expect(await sessions.read(left)).toBeUndefined();
    clock.forward(20 * minute);
    expect(await sessions.read(used)).toBeUndefined();
  });

  test('of a parent waits two hours for a long form', async () => {
    const id = await sessions.open(parent, clock());
    clock.forward(119 * minute);
    expect((await sessions.read(id))?.actor.kind).toBe('parent');
    clock.forward(121 * minute);
    expect(await sessions.read(id)).toBeUndefined();
  });

  test('ends when the roles of its person change, also when they are given back', async () => {
    const id = await sessions.open(staff, clock());
    const person = demoPeople.find((one) => one.id === staff._id)!;
    await store.people.put({ ...person, assignments: [], subject: staff.subject });
    expect(await sessions.read(id)).toBeUndefined();
    await store.people.put({ ...person, subject: staff.subject });
    expect(await sessions.read(id)).toBeUndefined();
  });

  test('is fresh for five minutes after the person proved who they are', async () => {
    const session = await sessions.read(await sessions.open(staff, clock()));
    clock.forward(5 * minute - 1);
    expect(sessions.isFresh(session)).toBe(true);
    clock.forward(1);
    expect(sessions.isFresh(session)).toBe(false);
    expect(sessions.isFresh(undefined)).toBe(false);
  });
});
