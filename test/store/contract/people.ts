import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../activities/store/store.ts';
import { personId, startedAt, unique, unitId } from '../records.ts';

export function peopleContract(open: () => Store): void {
  describe('people and units', () => {
    test('are put, changed and found by id and by the subject of their sign-in', async () => {
      const id = personId(unique('p-'));
      const subject = unique('sub-');
      const person = { id, name: 'Jan Próbny', email: 'jan@sp1.example', assignments: [], subject };
      await open().people.put(person);
      await open().people.put({ ...person, assignments: [{ role: 'clerk', unit: unitId('wydzial') }] });
      const kept = {
        _id: id,
        name: 'Jan Próbny',
        email: 'jan@sp1.example',
        subject,
        assignments: [{ role: 'clerk', unit: 'wydzial' }],
      };
      expect(await open().people.find(id)).toEqual(kept);
      expect(await open().people.findBySubject(subject)).toEqual(kept);
      expect(await open().people.findBySubject('nobody')).toBeUndefined();
      expect((await open().people.list()).filter(({ _id }) => _id === id)).toEqual([kept]);
    });

    test('units are put, changed and listed', async () => {
      const id = unitId(unique('sp-'));
      const unit = { id, kind: 'school', name: 'Szkoła', address: 'ul. Próbna 1', symbol: 'SPX' } as const;
      await open().units.put(unit);
      await open().units.put({ ...unit, name: 'Szkoła Podstawowa' });
      expect(await open().units.find(id)).toEqual({ ...unit, name: 'Szkoła Podstawowa' });
      expect(await open().units.find(unitId('nothing'))).toBeUndefined();
      expect((await open().units.list()).map((one) => one.id)).toContain(id);
    });
  });

  describe('sessions', () => {
    test('live until they are ended', async () => {
      const person = personId(unique('p-'));
      const session = {
        _id: unique('hash-'),
        person,
        createdAt: startedAt,
        lastSeenAt: startedAt,
        authenticatedAt: startedAt,
        expiresAt: new Date('2126-11-23T18:00:00.000Z'),
        csrf: 'token',
        roles: 'fingerprint',
      };
      await open().sessions.put(session);
      expect(await open().sessions.find(session._id)).toEqual(session);
      await open().sessions.touch(session._id, '2026-11-23T09:05:00.000Z');
      expect(await open().sessions.ofPerson(person)).toEqual([{ ...session, lastSeenAt: '2026-11-23T09:05:00.000Z' }]);
      await open().sessions.end(session._id, '2026-11-23T09:06:00.000Z');
      expect(await open().sessions.find(session._id)).toBeUndefined();
      expect(await open().sessions.ofPerson(person)).toEqual([]);
    });
  });

  test('the store answers a ping', async () => {
    await expect(open().ping()).resolves.toBeUndefined();
  });
}
