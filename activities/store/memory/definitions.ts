import type { Store } from '../store.ts';
import type { Tables } from './tables.ts';
import { append } from './record.ts';
import { counted, sortedBy } from './tables.ts';

export const memoryDefinitions = ({ definitions, versions }: Tables): Store['definitions'] => ({
  async add(given) {
    const before = definitions.get(given._id);
    if (before) return before;
    const added = { ...given, version: counted(versions, given.procedureId) };
    definitions.put(added);
    return added;
  },
  find: async (hash) => definitions.get(hash),
  newest: async (procedureId) =>
    sortedBy(definitions.where({ procedureId }), [[({ version }) => version, -1]]).at(0)?._id,
  list: async () =>
    sortedBy(definitions.where({}), [
      [(row) => row.procedureId, 1],
      [({ version }) => version, 1],
    ]),
});

export const memoryMessages = (tables: Tables): Store['messages'] => ({
  async add(scope, message, entry) {
    if (!tables.cases.one(scope, message.case))
      throw new Error(`Expected case ${message.case} to be visible, but it is not`);
    if (tables.messages.get(message._id)) return;
    tables.messages.put(message);
    append(tables, message.case, [entry]);
  },
  async ofCase(scope, caseId) {
    return sortedBy(tables.messages.within(scope, { case: caseId }), [
      [({ at }) => at, 1],
      [({ _id }) => _id, 1],
    ]);
  },
  async mark(id, state) {
    const found = tables.messages.get(id);
    if (found) tables.messages.put({ ...found, state });
  },
});
