import { describe, expect, test } from '@jest/globals';
import type { Scope } from '../../../activities/store/scope.ts';
import type { Store } from '../../../activities/store/store.ts';
import { caseScope, emptyScope, scopeOf } from '../../../activities/store/scope.ts';
import { caseWithTask, documentId, entry, everything, personId, startedAt, unique, unitId } from '../records.ts';

const text = { pl: 'p', en: 'e', uk: 'u' };

export function scopeContract(open: () => Store): void {
  const ala = personId('p-ala');

  /** A case with one of everything in a unit of its own. */
  const planted = async () => {
    const unit = unitId(unique('sp-'));
    const bytes = Buffer.from(unique('canary '));
    const attachment = { id: documentId(unique('D')), fileName: 'canary.pdf', mime: 'application/pdf', bytes };
    const { case: filed, task } = await caseWithTask(open(), {}, { case: { unit }, attachments: [attachment] });
    const draft = { task, unit, person: ala, data: {}, at: startedAt, revision: 0 };
    await open().drafts.save(everything, draft);
    const message = {
      _id: unique('M'),
      case: filed._id,
      unit,
      at: startedAt,
      subject: text,
      body: text,
      state: 'stored',
    } as const;
    await open().messages.add(everything, message, entry('messageStored'));
    const [document] = await open().documents.ofCase(everything, filed._id);
    return { unit, filed, task, draft, document: document!, sha: document!.revisions[0]!.sha256 };
  };
  type Planted = Awaited<ReturnType<typeof planted>>;

  /** Every read with a scope, as a count of what it shows. */
  const reads = (scope: Scope, { filed, task, document, sha, unit }: Planted): Record<string, Promise<number>> => {
    const count = async (found: Promise<unknown>) => {
      const value = await found;
      if (Array.isArray(value)) return value.length;
      return value === undefined ? 0 : 1;
    };
    const total = async (page: Promise<{ rows: unknown[]; total: number }>) => {
      const { rows, total } = await page;
      expect(rows).toHaveLength(total);
      return total;
    };
    return {
      case: count(open().cases.find(scope, filed._id)),
      caseByNumber: count(open().cases.findByNumber(scope, filed.number)),
      cases: total(open().cases.list(scope, { unit })),
      task: count(open().tasks.find(scope, task)),
      tasks: total(open().tasks.list(scope, { unit })),
      openTasks: count(open().tasks.openOf(scope, filed._id)),
      draft: count(open().drafts.find(scope, task, ala)),
      document: count(open().documents.find(scope, document._id)),
      documents: count(open().documents.ofCase(scope, filed._id)),
      documentsOfBytes: count(open().documents.madeOf(scope, sha)),
      bytes: count(open().documents.bytes(scope, sha)),
      messages: count(open().messages.ofCase(scope, filed._id)),
    };
  };
  const counts = async (scope: Scope, planted: Planted) =>
    Object.fromEntries(
      await Promise.all(Object.entries(reads(scope, planted)).map(async ([name, found]) => [name, await found])),
    ) as Record<string, number>;

  describe('a scope', () => {
    test('shows a unit its own case with everything in it', async () => {
      const one = await planted();
      for (const scope of [
        everything,
        scopeOf({ unit: one.unit }, 'unit'),
        scopeOf({ unit: { $in: ['sp-none', one.unit] } }, 'units'),
        scopeOf({ $or: [{ unit: 'sp-none' }, { $and: [{ unit: one.unit }, { unit: { $ne: 'sp-none' } }] }] }, 'rules'),
      ])
        expect(new Set(Object.values(await counts(scope, one)))).toEqual(new Set([1]));
      expect(await open().record.ofCase(scopeOf({ unit: one.unit }, 'unit'), one.filed._id)).toHaveLength(4);
    });

    test('shows another unit, and who has no ability, nothing of it', async () => {
      const one = await planted();
      for (const scope of [scopeOf({ unit: 'sp-none' }, 'other unit'), emptyScope]) {
        expect(new Set(Object.values(await counts(scope, one)))).toEqual(new Set([0]));
        expect(await open().record.ofCase(scope, one.filed._id)).toEqual([]);
        expect(await open().drafts.ofPerson(scope, ala)).toEqual([]);
      }
    });

    test('of a tracking code shows that case only', async () => {
      const [one, other] = [await planted(), await planted()];
      const mine = await counts(caseScope(one.filed._id), one);
      expect(mine).toMatchObject({ case: 1, caseByNumber: 1, openTasks: 1, documents: 1, bytes: 1, messages: 1 });
      expect(new Set(Object.values(await counts(caseScope(one.filed._id), other)))).toEqual(new Set([0]));
    });

    test('of another unit changes nothing', async () => {
      const one = await planted();
      const scope = scopeOf({ unit: 'sp-none' }, 'other unit');
      const { filed, task, draft, document } = one;
      const before = await open().record.ofCase(everything, filed._id);
      expect(await open().tasks.claim(scope, task, ala, entry('taskClaimed'))).toMatchObject({ failure: 'notFound' });
      expect(await open().tasks.release(scope, task, ala, entry('taskReleased'))).toMatchObject({
        failure: 'notFound',
      });
      expect(await open().drafts.save(scope, { ...draft, revision: 1 })).toMatchObject({ failure: 'notFound' });
      const revision = { at: startedAt };
      expect(
        await open().documents.addRevision(scope, document._id, one.sha, revision, Buffer.from('x'), entry('x')),
      ).toMatchObject({ failure: 'notFound' });
      await expect(open().record.append(scope, filed._id, entry('x'))).rejects.toThrow();
      await expect(open().cases.setApplicant(scope, filed._id, ala, entry('x'))).rejects.toThrow();
      const message = {
        _id: unique('M'),
        case: filed._id,
        unit: one.unit,
        at: startedAt,
        subject: text,
        body: text,
        state: 'stored',
      } as const;
      await expect(open().messages.add(scope, message, entry('x'))).rejects.toThrow();
      expect(await open().record.ofCase(everything, filed._id)).toEqual(before);
    });

    test('compares with what lies in the store as MongoDB does', async () => {
      const { unit, filed } = await planted();
      const sees = async (condition: Record<string, unknown>) =>
        (await open().cases.list(scopeOf(condition, 'test'), { unit })).total === 1;
      expect(await sees({ startedAt: { $gte: startedAt, $lte: startedAt } })).toBe(true);
      expect(await sees({ startedAt: { $lte: '2026-01-01' } })).toBe(false);
      expect(await sees({ closedAt: { $lte: '9999-12-31' } })).toBe(false);
      expect(await sees({ applicant: { $exists: false } })).toBe(true);
      expect(await sees({ applicant: { $exists: true } })).toBe(false);
      expect(await sees({ number: { $eq: filed.number } })).toBe(true);
      expect(await sees({ $and: [{ $or: [{ _id: filed._id }] }, { status: { $ne: 'completed' } }] })).toBe(true);
    });

    test('must be there: without one every call throws', async () => {
      const one = await planted();
      const none = undefined as unknown as Scope;
      const calls = reads(none, one);
      const answers = await Promise.allSettled(Object.values(calls));
      for (const [index, name] of Object.keys(calls).entries())
        expect([name, answers[index]]).toMatchObject([
          name,
          { status: 'rejected', reason: { message: expect.stringContaining('Expected a scope') } },
        ]);
      await expect(open().record.ofCase(none, one.filed._id)).rejects.toThrow(/Expected a scope/);
      await expect(open().record.append(none, one.filed._id, entry('x'))).rejects.toThrow(/Expected a scope/);
      await expect(open().drafts.ofPerson(none, ala)).rejects.toThrow(/Expected a scope/);
      await expect(open().drafts.save(none, one.draft)).rejects.toThrow(/Expected a scope/);
      await expect(open().tasks.claim(none, one.task, ala, entry('x'))).rejects.toThrow(/Expected a scope/);
    });
  });
}
