import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../activities/store/store.ts';
import {
  caseWithTask,
  entry,
  everything,
  filedCase,
  opened,
  personId,
  startedAt,
  step,
  taskId,
  unique,
  unitId,
} from '../records.ts';

const ala = personId('p-ala');
const ola = personId('p-ola');
const closing = { kind: 'taskClosed', instance: '2', element: 'checkWniosek', how: 'completed', by: 'p-ala' } as const;

export function tasksContract(open: () => Store): void {
  describe('the inbox', () => {
    test('shows what is due first, then what is older, then what has no term', async () => {
      const unit = unitId(unique('sp-'));
      const keys = [`secretary:${unit}`];
      const filed = await filedCase(open(), { case: { unit } });
      const due = (date: string) => ({ due: { at: `${date}T11:00:00.000Z` } });
      await open().cases.project(
        step(filed, 1, [opened({ instance: 'none' }), opened({ instance: 'late', ...due('2026-12-09') })]),
      );
      await open().cases.project(step(filed, 2, [opened({ instance: 'soon', ...due('2026-12-01') })]));
      await open().cases.project(step(filed, 3, [opened({ instance: 'lateToo', ...due('2026-12-09') })]));
      const { rows, total } = await open().tasks.list(everything, { keys, state: 'open' });
      expect(rows.map(({ instance }) => instance)).toEqual(['soon', 'late', 'lateToo', 'none']);
      expect(total).toBe(4);
      const page = await open().tasks.list(everything, { keys, state: 'open', skip: 1, limit: 2 });
      expect(page.rows.map(({ instance }) => instance)).toEqual(['late', 'lateToo']);
      const overdue = await open().tasks.list(everything, { keys, overdueOn: '2026-12-09' });
      expect(overdue.rows.map(({ instance }) => instance)).toEqual(['soon']);
    });

    test('shows each task once to who holds several roles, and none without a key', async () => {
      const unit = unitId(unique('sp-'));
      await caseWithTask(open(), { candidate: ['secretary@unit', 'director@unit'] }, { case: { unit } });
      const both = await open().tasks.list(everything, { keys: [`secretary:${unit}`, `director:${unit}`] });
      expect(both.total).toBe(1);
      expect(both.rows).toHaveLength(1);
      expect((await open().tasks.list(everything, { keys: [`clerk:${unit}`] })).total).toBe(0);
      expect((await open().tasks.list(everything, { keys: [] })).total).toBe(0);
    });

    test('is filtered by state, procedure, unit and assignee', async () => {
      const unit = unitId(unique('sp-'));
      const { case: filed, task } = await caseWithTask(open(), {}, { case: { unit } });
      const count = async (filter: object) => (await open().tasks.list(everything, { unit, ...filter })).total;
      expect(await count({ procedureId: 'stypendium-szkolne' })).toBe(1);
      expect(await count({ procedureId: 'demo' })).toBe(0);
      expect(await count({ assignee: ala })).toBe(0);
      await open().tasks.claim(everything, task, ala, entry('taskClaimed'));
      expect(await count({ assignee: ala })).toBe(1);
      await open().cases.project(step(filed, 2, [closing]));
      expect(await count({ state: 'open' })).toBe(0);
      expect(await count({ state: 'completed' })).toBe(1);
    });
  });

  describe('a task', () => {
    test('is held by one person, who may take it twice; the record says it once', async () => {
      const { case: filed, task } = await caseWithTask(open());
      expect(await open().tasks.claim(everything, task, ala, entry('taskClaimed'))).toMatchObject({
        ok: true,
        value: { assignee: ala },
      });
      expect(await open().tasks.claim(everything, task, ala, entry('taskClaimed'))).toMatchObject({ ok: true });
      const refused = await open().tasks.claim(everything, task, ola, entry('taskClaimed'));
      expect(refused).toMatchObject({ ok: false, failure: 'taskClaimed' });
      expect((await open().record.ofCase(everything, filed._id)).map(({ action }) => action)).toEqual([
        'caseFiled',
        'caseStarted',
        'taskClaimed',
      ]);
    });

    test('claimed by many at once goes to one of them', async () => {
      const { task } = await caseWithTask(open());
      const people = Array.from({ length: 6 }, (_, index) => personId(`p-${index}`));
      const answers = await Promise.all(
        people.map((person) => open().tasks.claim(everything, task, person, entry('taskClaimed'))),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    });

    test('is given back by its holder only', async () => {
      const { task } = await caseWithTask(open());
      await open().tasks.claim(everything, task, ala, entry('taskClaimed'));
      expect(await open().tasks.release(everything, task, ola, entry('taskReleased'))).toMatchObject({
        failure: 'taskClaimed',
      });
      const released = await open().tasks.release(everything, task, ala, entry('taskReleased'));
      expect(released).toMatchObject({ ok: true });
      expect(await open().tasks.find(everything, task)).not.toHaveProperty('assignee');
      expect(await open().tasks.claim(everything, task, ola, entry('taskClaimed'))).toMatchObject({ ok: true });
    });

    test('that is closed or unknown cannot be taken', async () => {
      const { case: filed, task } = await caseWithTask(open());
      await open().cases.project(step(filed, 2, [closing]));
      const claim = (id: string) => open().tasks.claim(everything, taskId(id), ala, entry('taskClaimed'));
      expect(await claim(task)).toMatchObject({ failure: 'taskClosed' });
      expect(await claim('nothing.2')).toMatchObject({ failure: 'notFound' });
    });
  });

  describe('a draft', () => {
    const draft = (task: string, revision: number, data = { a: 1 }) => ({
      task: taskId(task),
      unit: unitId('sp-1'),
      person: ala,
      data,
      at: startedAt,
      revision,
    });

    test('is saved again from the revision it was read at, and conflicts otherwise', async () => {
      const { task } = await caseWithTask(open());
      expect(await open().drafts.save(everything, draft(task, 0))).toMatchObject({ ok: true, value: { revision: 1 } });
      expect(await open().drafts.save(everything, draft(task, 1, { a: 2 }))).toMatchObject({ value: { revision: 2 } });
      expect(await open().drafts.save(everything, draft(task, 1, { a: 3 }))).toMatchObject({ failure: 'conflict' });
      expect(await open().drafts.save(everything, draft(task, 0, { a: 4 }))).toMatchObject({ failure: 'conflict' });
      expect(await open().drafts.find(everything, task, ala)).toMatchObject({ data: { a: 2 }, savedAt: startedAt });
      expect(await open().drafts.find(everything, task, ola)).toBeUndefined();
    });

    test('saved from many devices at once is saved by one of them', async () => {
      const { task } = await caseWithTask(open());
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, index) => open().drafts.save(everything, draft(task, 0, { a: index }))),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.filter((answer) => !answer.ok && answer.failure === 'conflict')).toHaveLength(5);
    });

    test('is refused for a task that is closed or unknown', async () => {
      const { case: filed, task } = await caseWithTask(open());
      await open().cases.project(step(filed, 2, [closing]));
      expect(await open().drafts.save(everything, draft(task, 0))).toMatchObject({ failure: 'taskClosed' });
      expect(await open().drafts.save(everything, draft('nothing.2', 0))).toMatchObject({ failure: 'notFound' });
    });

    test('is listed among the drafts of its person', async () => {
      const { task } = await caseWithTask(open());
      await open().drafts.save(everything, draft(task, 0));
      expect(await open().drafts.ofPerson(everything, ala)).toContain(task);
      expect(await open().drafts.ofPerson(everything, personId('p-none'))).toEqual([]);
    });
  });
}
