import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import type { MongoMemoryReplSet } from 'mongodb-memory-server';
import type { Store } from '../../activities/store/store.ts';
import { connect } from '../../activities/store/mongo/connection.ts';
import { mongoStore } from '../../activities/store/mongo-store.ts';
import { scopeOf } from '../../activities/store/scope.ts';
import { startMongo } from '../support/mongo.ts';
import { caseWithTask, everything, personId, startedAt, unitId } from './records.ts';

type Profile = {
  command: Record<string, unknown>;
  planSummary?: string;
  hasSortStage?: boolean;
  docsExamined?: number;
};

/** What MongoDB itself noted of each call. */
describe('a list in MongoDB', () => {
  let mongo: MongoMemoryReplSet;
  let store: Store;
  let observer: Connection;
  beforeAll(async () => {
    mongo = await startMongo();
    store = await mongoStore(mongo.getUri('obieg'));
    observer = await connect(mongo.getUri('obieg'));
    await store.units.put({ id: unitId('wydzial'), kind: 'department', name: 'W', address: 'A', symbol: 'WO' });
    for (let unit = 1; unit <= 10; unit += 1)
      for (let index = 0; index < 12; index += 1) {
        const task = {
          candidate: [index % 2 ? 'secretary@unit' : 'clerk@department'] as const,
          due: { at: `2026-12-${10 + index}T10:00:00.000Z` },
        };
        await caseWithTask(
          store,
          { ...task, candidate: [...task.candidate] },
          {
            register: { symbol: `SP${unit}`, jrwa: '4430', year: 2026 },
            case: {
              unit: unitId(`sp-${unit}`),
              subject: `uczeń ${unit}-${index}`,
              applicant: personId(`parent-${index}`),
            },
          },
        );
      }
  }, 60_000);
  afterAll(async () => {
    await observer.close();
    await store.close();
    await mongo.stop();
  });

  const observed = async (work: () => Promise<unknown>): Promise<Profile[]> => {
    const db = observer.db!;
    await db.setProfilingLevel('all');
    await work();
    await db.setProfilingLevel('off');
    const notes = await db
      .collection<Profile>('system.profile')
      .find({ ns: /^obieg\.(?!system)/ })
      .toArray();
    await db.dropCollection('system.profile');
    return notes;
  };

  const school = scopeOf({ unit: { $in: ['sp-3'] } }, 'school');
  const lists: [string, () => Promise<unknown>][] = [
    [
      'an inbox',
      () => store.tasks.list(school, { state: 'open', keys: ['secretary:sp-3', 'director:sp-3'], limit: 5 }),
    ],
    [
      'the inbox of the department',
      () => store.tasks.list(everything, { state: 'open', keys: ['clerk:wydzial'], limit: 5 }),
    ],
    [
      'overdue tasks',
      () => store.tasks.list(everything, { state: 'open', keys: ['clerk:wydzial'], overdueOn: '2026-12-11', limit: 5 }),
    ],
    ['tasks of a unit', () => store.tasks.list(everything, { state: 'open', unit: unitId('sp-3'), limit: 5 })],
    ['tasks of a case', () => store.tasks.openOf(everything, 'C1' as never)],
    ['cases of all', () => store.cases.list(everything, { limit: 5 })],
    ['open cases', () => store.cases.list(everything, { status: 'open', limit: 5 })],
    ['cases of a school', () => store.cases.list(school, { limit: 5 })],
    ['open cases of a school', () => store.cases.list(school, { status: 'open', limit: 5 })],
    ['cases of a procedure', () => store.cases.list(everything, { procedureId: 'stypendium-szkolne', limit: 5 })],
    ['cases of a parent', () => store.cases.list(everything, { applicant: personId('parent-3'), limit: 5 })],
    ['a search', () => store.cases.list(everything, { text: 'SP3.4430.7.2026', limit: 5 })],
    ['documents of a case', () => store.documents.ofCase(everything, 'C1' as never)],
    ['bytes', () => store.documents.bytes(everything, 'none' as never)],
    ['waiting submissions', () => store.submissions.unstarted(startedAt, 5)],
    ['the record of a case', () => store.record.ofCase(everything, 'C1' as never)],
    ['drafts of a person', () => store.drafts.ofPerson(everything, personId('p-1'))],
    ['a session', () => store.sessions.find('none')],
  ];
  test.each(lists)('%s is read by an index', async (_, read) => {
    const notes = await observed(read);
    const reads = notes.filter(({ command }) => 'find' in command || 'aggregate' in command);
    expect(reads.length).toBeGreaterThan(0);
    for (const { planSummary } of reads) expect(planSummary).toMatch(/IXSCAN|IDHACK|EOF|COUNT_SCAN/);
  });

  const pages = lists.filter(([name]) => /inbox|of all|open cases|of a school|of a procedure|of a unit/.test(name));
  test.each(pages)('%s costs what its page costs, however long it is', async (_, read) => {
    const notes = await observed(read);
    for (const { hasSortStage, docsExamined, command } of notes)
      if ('find' in command) expect([hasSortStage ?? false, docsExamined! <= 10]).toEqual([false, true]);
  });
});
