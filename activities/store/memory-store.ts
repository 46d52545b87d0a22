import type { Store } from './store.ts';
import { createTables } from './memory/tables.ts';
import { memoryCases, memorySubmissions } from './memory/cases.ts';
import { memoryDefinitions, memoryMessages } from './memory/definitions.ts';
import { memoryDocuments } from './memory/documents.ts';
import { memoryDrafts, memoryTasks } from './memory/tasks.ts';
import { memoryPeople, memorySessions, memoryUnits } from './memory/people.ts';
import { memoryRecord } from './memory/record.ts';

/** Keeps everything as long as the process lives: for tests and models of the product. Same contract as `mongoStore`. */
export function memoryStore(): Store {
  const tables = createTables();
  return {
    cases: memoryCases(tables),
    submissions: memorySubmissions(tables),
    tasks: memoryTasks(tables),
    drafts: memoryDrafts(tables),
    documents: memoryDocuments(tables),
    record: memoryRecord(tables),
    definitions: memoryDefinitions(tables),
    messages: memoryMessages(tables),
    people: memoryPeople(tables),
    units: memoryUnits(tables),
    sessions: memorySessions(tables),
    ping: async () => {},
    close: async () => {},
  };
}
