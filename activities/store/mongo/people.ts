import type { Database } from './database.ts';
import type { PersonRecord, SessionRecord, UnitRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { personRecord, unitOf, unitRecord } from '../directory-records.ts';

export const mongoPeople = ({ people }: Database): Store['people'] => ({
  async find(id) {
    return (await people.findOne({ _id: id }).lean<PersonRecord>()) ?? undefined;
  },
  async findBySubject(subject) {
    return (await people.findOne({ subject }).lean<PersonRecord>()) ?? undefined;
  },
  list: () => people.find().sort({ _id: 1 }).lean<PersonRecord[]>(),
  async put(person) {
    await people.replaceOne({ _id: person.id }, personRecord(person), { upsert: true });
  },
});

export const mongoUnits = ({ units }: Database): Store['units'] => ({
  async find(id) {
    const found = await units.findOne({ _id: id }).lean<UnitRecord>();
    return found ? unitOf(found) : undefined;
  },
  async list() {
    return (await units.find().sort({ _id: 1 }).lean<UnitRecord[]>()).map(unitOf);
  },
  async put(unit) {
    await units.replaceOne({ _id: unit.id }, unitRecord(unit), { upsert: true });
  },
});

const live = { ended: { $exists: false } };

export const mongoSessions = ({ sessions }: Database): Store['sessions'] => ({
  async put(session) {
    await sessions.replaceOne({ _id: session._id }, session, { upsert: true });
  },
  async find(idHash) {
    return (await sessions.findOne({ _id: idHash, ...live }).lean<SessionRecord>()) ?? undefined;
  },
  async touch(idHash, at) {
    await sessions.updateOne({ _id: idHash, ...live }, { $set: { lastSeenAt: at } });
  },
  async end(idHash, at) {
    await sessions.updateOne({ _id: idHash, ...live }, { $set: { ended: at } });
  },
  ofPerson: (person) =>
    sessions
      .find({ person, ...live })
      .sort({ createdAt: 1 })
      .lean<SessionRecord[]>(),
});
