import { describe, expect, test } from '@jest/globals';
import type { DefinitionHash } from '../../../processes/language/ids.ts';
import type { Store } from '../../../activities/store/store.ts';
import { scopeOf } from '../../../activities/store/scope.ts';
import {
  caseWithTask,
  documentId,
  entry,
  everything,
  filedCase,
  openTask,
  personId,
  sha,
  step,
  unique,
} from '../records.ts';

/** What operators do to cases, as the read model and the record keep it. */
export function operationsContract(open: () => Store): void {
  const operated = (of: Parameters<typeof step>[0], seq: number, input: Parameters<typeof step>[3]) =>
    open().cases.project(step(of, seq, [], input));
  const found = async (id: Parameters<Store['cases']['find']>[1]) => open().cases.find(everything, id);

  describe('an operation', () => {
    test('suspends and resumes, and is an entry with who, what and where', async () => {
      const filed = await filedCase(open());
      await open().cases.project(step(filed, 1, []));
      await operated(filed, 2, { input: 'caseSuspended', by: 'admin' });
      expect(await found(filed._id)).toMatchObject({ suspended: { by: 'admin', at: '2026-11-23T10:02:00.000Z' } });
      await operated(filed, 3, { input: 'tokenMoved', by: 'admin', element: 'check', about: 'decide' });
      await operated(filed, 4, { input: 'caseResumed', by: 'admin' });
      expect(await found(filed._id)).not.toHaveProperty('suspended');
      const entries = (await open().record.ofCase(everything, filed._id)).slice(-3);
      expect(entries.map(({ action, actor, element, about }) => [action, actor, element, about])).toEqual([
        ['caseSuspended', 'admin', undefined, undefined],
        ['tokenMoved', 'admin', 'check', 'decide'],
        ['caseResumed', 'admin', undefined, undefined],
      ]);
    });

    test('cancels: the case is cancelled when what it did is undone', async () => {
      const filed = await filedCase(open());
      await open().cases.project(step(filed, 1, []));
      await operated(filed, 2, { input: 'caseCancelled', by: 'admin', about: 'undo' });
      expect(await found(filed._id)).toMatchObject({ status: 'open', cancelled: { by: 'admin' } });
      await open().cases.project(step(filed, 3, [{ kind: 'caseEnded', element: 'sample', outcome: 'sample' }]));
      expect(await found(filed._id)).toMatchObject({ status: 'completed', outcome: 'cancelled' });
    });

    test('that came too late changes nothing', async () => {
      const filed = await filedCase(open());
      const late = { kind: 'inputIgnored', input: 'caseSuspended', reason: 'The case is closed' } as const;
      await open().cases.project(step(filed, 1, [late], { input: 'caseSuspended', by: 'admin' }));
      expect(await found(filed._id)).not.toHaveProperty('suspended');
      const actions = (await open().record.ofCase(everything, filed._id)).map(({ action }) => action);
      expect(actions).toEqual(['caseFiled', 'inputIgnored']);
    });

    test('migrates: version, steps and open tasks are those of the new version, and who works on one still does', async () => {
      const { case: filed, task } = await caseWithTask(open(), { instance: '2', element: 'old', form: 'check' });
      await open().tasks.claim(everything, task, personId('p-7'), entry('claimed'));
      const at = '2026-11-23T10:02:00.000Z';
      await open().cases.project(step(filed, 2, [{ kind: 'elementEntered', instance: '2', element: 'old', at }]));
      const { form: _, ...changed } = openTask({
        instance: '2',
        element: 'new',
        name: 'Nowe',
        candidate: ['director@unit'],
      });
      await open().cases.project({
        ...step(
          filed,
          3,
          [
            { kind: 'elementMigrated', instance: '2', from: 'old', to: 'new' },
            { kind: 'taskChanged', task: changed },
          ],
          { input: 'caseMigrated', by: 'admin', about: '2' },
        ),
        definition: 'd2' as DefinitionHash,
        version: 2,
      });
      expect(await found(filed._id)).toMatchObject({ definition: 'd2', version: 2, steps: [{ element: 'new' }] });
      const after = await open().tasks.find(everything, task);
      expect(after).toMatchObject({
        name: 'Nowe',
        definition: 'd2',
        assignee: 'p-7',
        candidateKeys: ['director:sp-1'],
      });
      expect(after).not.toHaveProperty('form');
    });
  });

  describe('cases that wait for a signal', () => {
    test('are found while they wait, whichever unit they are of', async () => {
      const signal = unique('signal-');
      const [one, two] = [await filedCase(open()), await filedCase(open(), { case: { unit: 'sp-2' as never } })];
      for (const filed of [one, two])
        await open().cases.project(step(filed, 1, [{ kind: 'signalAwaited', instance: '4', element: 'wait', signal }]));
      expect((await open().cases.awaitingSignal(signal)).toSorted()).toEqual([one._id, two._id].toSorted());
      await open().cases.project(step(one, 2, [{ kind: 'unsubscribed', instance: '4' }]));
      await open().cases.project(step(two, 2, [{ kind: 'caseEnded', element: 'end', outcome: 'end' }]));
      expect(await open().cases.awaitingSignal(signal)).toEqual([]);
    });
  });

  describe('a case that is removed', () => {
    const by = { by: 'admin', at: '2026-11-24T09:00:00.000Z', reason: 'mistake' } as const;
    const withDocument = async () => {
      const made = await caseWithTask(open(), {}, { case: { subject: 'J.K.', applicant: personId('parent-9') } });
      const bytes = Buffer.from(unique('%PDF'));
      const document = await open().documents.add(
        everything,
        {
          _id: documentId(unique('D')),
          case: made.case._id,
          unit: made.case.unit,
          kind: 'decision',
          title: { pl: 'Decyzja', en: 'Decision', uk: 'Рішення' },
          mime: 'application/pdf',
          fileName: 'd.pdf',
          createdAt: by.at,
          madeBy: 'make.1',
          signatureFields: [],
        },
        bytes,
        entry('documentMade'),
      );
      return { ...made, document };
    };

    test('leaves its number, its record and who removed it; the rest is gone', async () => {
      const { case: filed, task, document } = await withDocument();
      const removed = await open().cases.remove(everything, filed._id, by);
      expect(removed).toMatchObject({ ok: true, value: { ...by, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
      const left = await found(filed._id);
      expect(left).toMatchObject({ number: filed.number, status: 'completed', outcome: 'deleted', variables: {} });
      expect(left).not.toHaveProperty('subject');
      expect(left).not.toHaveProperty('applicant');
      expect(await open().tasks.find(everything, task)).toBeUndefined();
      expect(await open().documents.find(everything, document._id)).toBeUndefined();
      expect(await open().documents.bytes(everything, sha(document.revisions[0]?.sha256 ?? ''))).toBeUndefined();
      const last = (await open().record.ofCase(everything, filed._id)).at(-1);
      expect(last).toMatchObject({
        action: 'caseDeleted',
        actor: 'admin',
        about: 'mistake',
        payloadHash: left?.deleted?.hash,
      });
    });

    test('is removed once, takes no further step and starts no more', async () => {
      const { case: filed } = await withDocument();
      const first = await open().cases.remove(everything, filed._id, by);
      expect(await open().cases.remove(everything, filed._id, { ...by, by: 'other' })).toEqual(first);
      const before = await found(filed._id);
      await open().cases.project(step(filed, 2, [{ kind: 'variablesSet', variables: { name: 'x' } }]));
      expect(await found(filed._id)).toEqual(before);
      const unstarted = await open().submissions.unstarted('2999-01-01T00:00:00.000Z', 1_000);
      expect(unstarted.filter((one) => one.case === filed._id)).toEqual([]);
    });

    test('is not removed by who may not see it', async () => {
      const filed = await filedCase(open());
      const elsewhere = scopeOf({ unit: 'sp-99' }, 'test');
      expect(await open().cases.remove(elsewhere, filed._id, by)).toMatchObject({ ok: false, failure: 'notFound' });
      expect((await found(filed._id))?.deleted).toBeUndefined();
    });

    test('leaves a record that still verifies', async () => {
      const { case: filed } = await withDocument();
      await open().cases.remove(everything, filed._id, by);
      const { broken } = await open().record.verify();
      expect(broken.filter(({ id }) => id.startsWith(filed._id) || id.startsWith('D'))).toEqual([]);
    });
  });
}
