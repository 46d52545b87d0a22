import type { Database } from './database.ts';
import type { DefinitionRecord, MessageRecord } from '../records.ts';
import type { Store } from '../store.ts';
import { atomically } from './transaction.ts';
import { counted } from './counting.ts';
import { link, visibleCase } from './record.ts';
import { systemScope } from '../scope.ts';

export function mongoDefinitions(database: Database): Store['definitions'] {
  const { definitions, versions } = database;
  return {
    add: (given) =>
      atomically(database, async () => {
        const before = await definitions.findOne({ _id: given._id }).lean<DefinitionRecord>();
        if (before) return before;
        const added = { ...given, version: await counted(versions, given.procedureId) };
        await definitions.insertMany([added]);
        return added;
      }),
    async find(hash) {
      return (await definitions.findOne({ _id: hash }).lean<DefinitionRecord>()) ?? undefined;
    },
    async newest(procedureId) {
      const newest = definitions.findOne({ procedureId }, { _id: 1 }).sort({ version: -1 });
      return (await newest.lean<Pick<DefinitionRecord, '_id'>>())?._id;
    },
    list: () => definitions.find().sort({ procedureId: 1, version: 1 }).lean<DefinitionRecord[]>(),
  };
}

export const mongoMessages = (database: Database): Store['messages'] => ({
  add: (scope, message, entry) =>
    atomically(database, async (bare) => {
      const owner = await visibleCase(database, scope, message.case);
      if (await database.messages.exists({ _id: message._id }).setOptions({ scope })) return;
      await database.messages.insertMany([message]);
      await link(bare, [{ to: owner, entries: [entry] }]);
    }),
  ofCase: (scope, caseId) =>
    database.messages.find({ case: caseId }, null, { scope }).sort({ at: 1, _id: 1 }).lean<MessageRecord[]>(),
  async mark(id, state) {
    await database.messages.updateOne({ _id: id }, { $set: { state } }).setOptions({ scope: systemScope('mailer') });
  },
});
