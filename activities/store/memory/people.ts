import type { Store } from '../store.ts';
import type { Tables } from './tables.ts';
import { personRecord, unitOf, unitRecord } from '../directory-records.ts';
import { sortedBy } from './tables.ts';

export const memoryPeople = ({ people }: Tables): Store['people'] => ({
  find: async (id) => people.get(id),
  findBySubject: async (subject) => people.where({ subject }).at(0),
  list: async () => sortedBy(people.where({}), [[({ _id }) => _id, 1]]),
  put: async (person) => people.put(personRecord(person)),
});

export const memoryUnits = ({ units }: Tables): Store['units'] => ({
  async find(id) {
    const found = units.get(id);
    return found && unitOf(found);
  },
  list: async () => sortedBy(units.where({}), [[({ _id }) => _id, 1]]).map(unitOf),
  put: async (unit) => units.put(unitRecord(unit)),
});

export const memorySessions = ({ sessions }: Tables): Store['sessions'] => {
  const live = (idHash: string) => sessions.where({ _id: idHash, ended: { $exists: false } }).at(0);
  return {
    put: async (session) => sessions.put(session),
    find: async (idHash) => live(idHash),
    async touch(idHash, at) {
      const found = live(idHash);
      if (found) sessions.put({ ...found, lastSeenAt: at });
    },
    async end(idHash, at) {
      const found = live(idHash);
      if (found) sessions.put({ ...found, ended: at });
    },
    async ofPerson(person) {
      return sortedBy(sessions.where({ person, ended: { $exists: false } }), [[({ createdAt }) => createdAt, 1]]);
    },
  };
};
