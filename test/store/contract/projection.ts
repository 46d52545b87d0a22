import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../activities/store/store.ts';
import { caseWithTask, entry, everything, filedCase, opened, personId, step, taskId, unitId } from '../records.ts';

const department = unitId('wydzial');

export function projectionContract(open: () => Store): void {
  describe('projecting a step', () => {
    test('opens the task for who holds the role in the case’s unit, in the department, or for the applicant', async () => {
      await open().units.put({
        id: department,
        kind: 'department',
        name: 'Wydział Oświaty',
        address: '',
        symbol: 'WO',
      });
      const filed = await filedCase(open(), { case: { subject: 'J.K.', applicant: personId('parent-1') } });
      const due = { at: '2026-11-30T22:59:59.999Z', basis: 'KPA art. 35 § 3' };
      await open().cases.project(
        step(filed, 1, [
          opened({ instance: '2', candidate: ['secretary@unit', 'director@unit'], due }),
          opened({ instance: '3', candidate: ['clerk@department'] }),
          opened({ instance: '4', candidate: ['applicant@case'] }),
        ]),
      );
      const tasks = await open().tasks.openOf(everything, filed._id);
      expect(tasks.map(({ _id, candidateKeys, seatUnit }) => [_id, candidateKeys, seatUnit])).toEqual([
        [`${filed._id}.2`, ['secretary:sp-1', 'director:sp-1'], 'sp-1'],
        [`${filed._id}.3`, ['clerk:wydzial'], 'wydzial'],
        [`${filed._id}.4`, [`applicant:${filed._id}`], 'sp-1'],
      ]);
      expect(tasks[0]).toMatchObject({
        number: filed.number,
        unit: 'sp-1',
        subject: 'J.K.',
        applicant: 'parent-1',
        state: 'open',
        dueOn: '2026-11-30',
        dueBasis: 'KPA art. 35 § 3',
        openedAt: '2026-11-23T10:01:00.000Z',
      });
    });

    test('keeps what the engine says of the case', async () => {
      const filed = await filedCase(open());
      const at = '2026-11-23T10:00:00.000Z';
      await open().cases.project(
        step(filed, 1, [
          { kind: 'elementEntered', instance: '1', element: 'start', at },
          { kind: 'elementLeft', instance: '1', element: 'start', at, how: 'completed' },
          { kind: 'flowTaken', flow: 'toCheck' },
          { kind: 'elementEntered', instance: '2', element: 'checkWniosek', at },
          { kind: 'subscribed', instance: '5', element: 'waitForAppeal', message: 'odwolanie' },
          { kind: 'stageReached', stage: 'checked' },
          { kind: 'variablesSet', variables: { granted: true } },
        ]),
      );
      expect(await open().cases.find(everything, filed._id)).toMatchObject({
        status: 'open',
        seq: 1,
        stage: 'checked',
        stagesPassed: ['checked'],
        variables: { income: 82300, granted: true },
        flowsTaken: ['toCheck'],
        waiting: [{ instance: '5', element: 'waitForAppeal', message: 'odwolanie' }],
        steps: [
          { element: 'start', instance: '1', enteredAt: at, leftAt: at, how: 'completed' },
          { element: 'checkWniosek', instance: '2', enteredAt: at },
        ],
      });
      await open().cases.project(step(filed, 2, [{ kind: 'unsubscribed', instance: '5' }]));
      expect(await open().cases.find(everything, filed._id)).toMatchObject({ waiting: [] });
    });

    test('shows an incident until it is resolved', async () => {
      const filed = await filedCase(open());
      const raised = {
        kind: 'incidentRaised',
        incident: '7',
        element: 'pay',
        failure: 'handlerFailed',
        detail: 'down',
      } as const;
      await open().cases.project(step(filed, 1, [raised]));
      expect(await open().cases.find(everything, filed._id)).toMatchObject({
        status: 'incident',
        incidents: [{ id: '7', element: 'pay', failure: 'handlerFailed', since: '2026-11-23T10:01:00.000Z' }],
      });
      await open().cases.project(step(filed, 2, [{ kind: 'incidentResolved', incident: '7', by: 'p-9' }]));
      const after = await open().cases.find(everything, filed._id);
      expect(after).toMatchObject({ status: 'open', incidents: [{ resolvedAt: '2026-11-23T10:02:00.000Z' }] });
    });

    test('closes tasks with who closed them and removes their drafts', async () => {
      const filed = await filedCase(open());
      await open().cases.project(step(filed, 1, [opened({ instance: '2' }), opened({ instance: '3' })]));
      const person = personId('p-1');
      const draft = { unit: filed.unit, person, data: { a: 1 }, at: filed.startedAt, revision: 0 };
      for (const instance of ['2', '3'])
        await open().drafts.save(everything, { ...draft, task: taskId(`${filed._id}.${instance}`) });
      await open().cases.project(
        step(filed, 2, [
          { kind: 'taskClosed', instance: '2', element: 'checkWniosek', how: 'completed', by: 'p-1' },
          { kind: 'taskClosed', instance: '3', element: 'checkWniosek', how: 'cancelled' },
        ]),
      );
      const [done, cancelled] = await Promise.all(
        ['2', '3'].map((instance) => open().tasks.find(everything, taskId(`${filed._id}.${instance}`))),
      );
      expect(done).toMatchObject({ state: 'completed', closedBy: 'p-1', closedAt: '2026-11-23T10:02:00.000Z' });
      expect(cancelled).toMatchObject({ state: 'cancelled', closedBy: 'system:worker' });
      expect(await open().drafts.find(everything, taskId(`${filed._id}.2`), person)).toBeUndefined();
      expect(await open().drafts.find(everything, taskId(`${filed._id}.3`), person)).toBeUndefined();
    });

    test('removes a draft also when its task was taken and given back since', async () => {
      const { case: filed, task } = await caseWithTask(open());
      const person = personId('p-1');
      await open().drafts.save(everything, {
        task,
        unit: filed.unit,
        person,
        data: {},
        at: filed.startedAt,
        revision: 0,
      });
      await open().tasks.claim(everything, task, person, entry('claimed'));
      await open().tasks.release(everything, task, person, entry('released'));
      await open().cases.project(
        step(filed, 2, [{ kind: 'taskClosed', instance: '2', element: 'checkWniosek', how: 'completed', by: 'p-1' }]),
      );
      expect(await open().tasks.find(everything, task)).toMatchObject({ state: 'completed' });
      expect(await open().drafts.find(everything, task, person)).toBeUndefined();
    });

    test('applies the steps of many cases that come at once, and fails only those that cannot be applied', async () => {
      const cases = await Promise.all(Array.from({ length: 30 }, () => filedCase(open())));
      const early = new Set([3, 17]);
      const outcomes = await Promise.allSettled(
        cases.map((filed, index) => open().cases.project(step(filed, early.has(index) ? 2 : 1, [opened()]))),
      );
      for (const [index, filed] of cases.entries()) {
        const applied = !early.has(index);
        expect([index, outcomes[index]?.status]).toEqual([index, applied ? 'fulfilled' : 'rejected']);
        expect(await open().cases.find(everything, filed._id)).toMatchObject({ seq: applied ? 1 : 0 });
        expect(await open().tasks.openOf(everything, filed._id)).toHaveLength(applied ? 1 : 0);
        expect(await open().record.ofCase(everything, filed._id)).toHaveLength(applied ? 2 : 1);
      }
      expect((await open().record.verify()).broken).toEqual([]);
    });

    test('ends the case with its outcome', async () => {
      const filed = await filedCase(open());
      await open().cases.project(step(filed, 1, [{ kind: 'caseEnded', element: 'granted', outcome: 'granted' }]));
      expect(await open().cases.find(everything, filed._id)).toMatchObject({
        status: 'completed',
        outcome: 'granted',
        closedAt: '2026-11-23T10:01:00.000Z',
      });
    });

    test('writes into the record what people should see, and no more', async () => {
      const filed = await filedCase(open());
      const by = 'p-1';
      await open().cases.project(step(filed, 1, [opened(), { kind: 'stageReached', stage: 'filed' }]));
      await open().cases.project(
        step(filed, 2, [{ kind: 'taskClosed', instance: '2', element: 'checkWniosek', how: 'completed', by }], {
          input: 'taskCompleted',
          by,
        }),
      );
      await open().cases.project(step(filed, 3, [], { input: 'messageArrived', by: 'applicant', element: 'appeal' }));
      await open().cases.project(
        step(filed, 4, [{ kind: 'inputIgnored', input: 'messageArrived', reason: 'nobody waits' }], {
          input: 'messageArrived',
          by: 'applicant',
        }),
      );
      await open().cases.project(step(filed, 5, [{ kind: 'caseEnded', element: 'end', outcome: 'refused' }]));
      const record = await open().record.ofCase(everything, filed._id);
      expect(record.map(({ action, actor, element, about }) => [action, actor, element, about])).toEqual([
        ['caseFiled', 'applicant', undefined, undefined],
        ['caseStarted', 'system:worker', undefined, undefined],
        ['stageReached', 'system:engine', undefined, 'filed'],
        ['taskCompleted', 'p-1', 'checkWniosek', undefined],
        ['messageArrived', 'applicant', 'appeal', undefined],
        ['inputIgnored', 'applicant', undefined, 'messageArrived'],
        ['caseStarted', 'system:worker', undefined, undefined],
        ['caseEnded', 'system:engine', 'end', 'refused'],
      ]);
    });

    test('changes nothing when the same step comes again, even many times at once', async () => {
      const filed = await filedCase(open());
      const first = step(filed, 1, [opened(), { kind: 'flowTaken', flow: 'f1' }]);
      await Promise.all(Array.from({ length: 6 }, () => open().cases.project(first)));
      await open().cases.project(step(filed, 2, []));
      await open().cases.project(first);
      expect(await open().cases.find(everything, filed._id)).toMatchObject({ seq: 2, flowsTaken: ['f1'] });
      const actions = (await open().record.ofCase(everything, filed._id)).map(({ action }) => action);
      expect(actions.filter((action) => action === 'caseStarted')).toHaveLength(2);
    });

    test('refuses a step that leaves others out, so that it is tried again later', async () => {
      const filed = await filedCase(open());
      await expect(open().cases.project(step(filed, 2, []))).rejects.toThrow(/Expected step 1 .* got step 2/);
      expect(await open().cases.find(everything, filed._id)).toMatchObject({ seq: 0, status: 'received' });
    });

    test('refuses a step of a case that is not stored', async () => {
      const stranger = { ...(await filedCase(open())), _id: 'nobody' as never };
      await expect(open().cases.project(step(stranger, 1, []))).rejects.toThrow(/Expected case nobody/);
    });
  });
}
