import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../activities/store/store.ts';
import { scopeOf } from '../../../activities/store/scope.ts';
import { caseWithTask, entry, everything, filedCase, personId, step, unique, unitId } from '../records.ts';

export function casesContract(open: () => Store): void {
  describe('cases', () => {
    test('are found by number within the scope', async () => {
      const filed = await filedCase(open());
      expect(await open().cases.findByNumber(everything, filed.number)).toEqual(filed);
      expect(await open().cases.findByNumber(scopeOf({ unit: 'sp-2' }, 'test'), filed.number)).toBeUndefined();
    });

    test('are listed newest first, by pages, with their total', async () => {
      const unit = unitId(unique('sp-'));
      const days = ['01', '03', '02'];
      for (const day of days) await filedCase(open(), { case: { unit, startedAt: `2026-11-${day}T09:00:00.000Z` } });
      const whole = await open().cases.list(everything, { unit });
      expect(whole.total).toBe(3);
      expect(whole.rows.map(({ startedAt }) => startedAt.slice(8, 10))).toEqual(['03', '02', '01']);
      const page = await open().cases.list(everything, { unit, skip: 1, limit: 1 });
      expect(page).toEqual({ rows: [whole.rows[1]], total: 3 });
    });

    test('are filtered by procedure, status and applicant', async () => {
      const unit = unitId(unique('sp-'));
      const parent = personId(unique('parent-'));
      const other = await filedCase(open(), { case: { unit, procedureId: 'demo' } });
      const owned = await filedCase(open(), { case: { unit, applicant: parent } });
      await open().cases.project(step(owned, 1, []));
      const ids = async (filter: object) =>
        (await open().cases.list(everything, { unit, ...filter })).rows.map(({ _id }) => _id);
      expect(await ids({ procedureId: 'demo' })).toEqual([other._id]);
      expect(await ids({ status: 'open' })).toEqual([owned._id]);
      expect(await ids({ status: 'received' })).toEqual([other._id]);
      expect(await ids({ applicant: parent })).toEqual([owned._id]);
    });

    test('are searched by any beginning in number and subject, whatever the case and diacritics', async () => {
      const unit = unitId(unique('sp-'));
      const register = { symbol: unique('ŁOZ'), jrwa: '4430', year: 2026 };
      const { _id, number } = await filedCase(open(), { register, case: { unit, subject: 'Świątek-Łoś, klasa IV' } });
      await filedCase(open(), { case: { unit, subject: 'Nowak' } });
      const found = async (text: string) =>
        (await open().cases.list(everything, { unit, text })).rows.map((one) => one._id);
      for (const text of [
        number,
        number.toLowerCase(),
        '4430.1.2026',
        'swiatek',
        'ŚWIĄ',
        'łoś',
        'iv kla',
        'los swiatek',
      ])
        expect([text, await found(text)]).toEqual([text, expect.arrayContaining([_id])]);
      expect(await found('nowak swiatek')).toEqual([]);
      expect(await found('.*')).toEqual([]);
      expect(await found('  ')).toHaveLength(2);
    });

    test('given to a parent carry the owner in the case, its tasks and the record', async () => {
      const { case: filed, task } = await caseWithTask(open());
      const parent = personId('parent-1');
      await open().cases.setApplicant(everything, filed._id, parent, entry('caseAdopted', { actor: parent }));
      expect(await open().cases.find(everything, filed._id)).toMatchObject({ applicant: parent });
      expect(await open().tasks.find(everything, task)).toMatchObject({ applicant: parent });
      expect((await open().record.ofCase(everything, filed._id)).at(-1)).toMatchObject({ action: 'caseAdopted' });
    });

    test('keep variables whose names hold dots, dollars and nothing', async () => {
      const variables = { 'a.b': 1, $set: { $gt: '' }, empty: {}, none: null, list: [[], {}], long: 0.1 };
      const { _id } = await filedCase(open(), { case: { variables } });
      expect((await open().cases.find(everything, _id))?.variables).toEqual(variables);
    });
  });
}
