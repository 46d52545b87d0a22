import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../activities/store/store.ts';
import { documentId, everything, filedCase, filing, unique } from '../records.ts';

const twelveMiB = 12 * 1024 * 1024;

export function filingContract(open: () => Store): void {
  describe('filing a case', () => {
    test('gives it the next number of its register and keeps it as received', async () => {
      const register = { symbol: unique('ZS'), jrwa: '4430', year: 2026 };
      const first = await filedCase(open(), { register });
      const second = await filedCase(open(), { register });
      expect([first.number, second.number]).toEqual([
        `${register.symbol}.4430.1.2026`,
        `${register.symbol}.4430.2.2026`,
      ]);
      expect(await open().cases.find(everything, first._id)).toEqual(first);
      expect(first).toMatchObject({ status: 'received', seq: 0, steps: [], stagesPassed: [], waiting: [] });
    });

    test('counts each year and each class from one', async () => {
      const symbol = unique('ZS');
      const numbers = [];
      for (const [jrwa, year] of [
        ['4430', 2026],
        ['4430', 2027],
        ['4431', 2026],
      ] as const)
        numbers.push((await filedCase(open(), { register: { symbol, jrwa, year } })).number);
      expect(numbers).toEqual([`${symbol}.4430.1.2026`, `${symbol}.4430.1.2027`, `${symbol}.4431.1.2026`]);
    });

    test('answers the first result when the same filing comes again', async () => {
      const one = filing();
      const first = await open().cases.file(one);
      const again = await open().cases.file({ ...one, case: { ...one.case, _id: filing().case._id } });
      expect(first).toMatchObject({ ok: true, value: { repeated: false } });
      expect(again).toMatchObject({ ok: true, value: { repeated: true, case: { _id: one.case._id } } });
      expect((await filedCase(open(), { register: one.register })).number).toContain('.2.2026');
    });

    test('keeps the start event at which a case begins by itself', async () => {
      const one = filing();
      await open().cases.file({ ...one, case: { ...one.case, beginAt: 'yearly' } });
      expect(await open().cases.find(everything, one.case._id)).toMatchObject({ beginAt: 'yearly' });
    });

    test('refuses another filing under the same idempotency key', async () => {
      const one = filing();
      await open().cases.file(one);
      const other = { ...filing(), idempotencyKey: one.idempotencyKey, payloadHash: 'b'.repeat(64) };
      expect(await open().cases.file(other)).toMatchObject({ ok: false, failure: 'idempotencyMismatch' });
      expect(await open().cases.find(everything, other.case._id)).toBeUndefined();
    });

    test('makes one case of the same filing sent many times at once', async () => {
      const one = filing();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => open().cases.file({ ...one, case: { ...one.case, _id: filing().case._id } })),
      );
      const cases = answers.map((answer) => (answer.ok ? answer.value.case._id : answer.failure));
      expect(new Set(cases).size).toBe(1);
      expect(answers.filter((answer) => answer.ok && !answer.value.repeated)).toHaveLength(1);
    });

    test('gives 50 filings at once the numbers 1 to 50 without a gap', async () => {
      const register = { symbol: unique('ZS'), jrwa: '4430', year: 2026 };
      const cases = await Promise.all(Array.from({ length: 50 }, () => filedCase(open(), { register })));
      const ordinals = cases.map(({ number }) => Number(number.split('.')[2])).sort((a, b) => a - b);
      expect(ordinals).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    });

    test('gives filings at once that are repeated or cannot be stored no number, and the others theirs', async () => {
      const register = { symbol: unique('ZS'), jrwa: '4430', year: 2026 };
      const made = filing({ register });
      const first = await open().cases.file(made);
      const taken = first.ok ? first.value.case._id : undefined;
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) => {
          if (index === 4) return open().cases.file(made);
          return open().cases.file(filing({ register, ...(index === 9 && taken && { case: { _id: taken } }) }));
        }),
      );
      const numbers = outcomes.flatMap((one) =>
        one.status === 'fulfilled' && one.value.ok ? [one.value.value.case.number] : [],
      );
      expect(numbers).toHaveLength(19);
      expect(new Set(numbers.map((number) => Number(number.split('.')[2])))).toEqual(
        new Set(Array.from({ length: 19 }, (_, index) => index + 1)),
      );
      expect((await open().record.verify()).broken).toEqual([]);
    });

    test('leaves no number, case or entry behind when it cannot be stored', async () => {
      const register = { symbol: unique('ZS'), jrwa: '4430', year: 2026 };
      const taken = await filedCase(open(), { register });
      const doomed = filing({ register, case: { _id: taken._id } });
      await expect(open().cases.file(doomed)).rejects.toThrow();
      expect((await filedCase(open(), { register })).number).toBe(`${register.symbol}.4430.2.2026`);
      expect(await open().record.ofCase(everything, taken._id)).toHaveLength(1);
    });

    test('stores attachments with the case and names them in the record', async () => {
      const bytes = Buffer.from(unique('zaświadczenie '));
      const id = documentId(unique('D'));
      const { _id } = await filedCase(open(), {
        attachments: [{ id, fileName: 'zaświadczenie.pdf', mime: 'application/pdf', bytes }],
      });
      const [document] = await open().documents.ofCase(everything, _id);
      expect(document).toMatchObject({ _id: id, kind: 'attachment', fileName: 'zaświadczenie.pdf', case: _id });
      const stored = document!.revisions[0]!;
      expect(await open().documents.bytes(everything, stored.sha256)).toEqual(bytes);
      const record = await open().record.ofCase(everything, _id);
      expect(record.map(({ action, documentHash }) => [action, documentHash])).toEqual([
        ['caseFiled', undefined],
        ['attachmentReceived', stored.sha256],
      ]);
    });

    test('takes an attachment of 12 MiB and refuses one byte more, keeping nothing', async () => {
      const attachment = (size: number) => [
        { id: documentId(unique('D')), fileName: 'skan.pdf', mime: 'application/pdf', bytes: Buffer.alloc(size, 7) },
      ];
      expect(await open().cases.file(filing({ attachments: attachment(twelveMiB) }))).toMatchObject({ ok: true });
      const large = filing({ attachments: attachment(twelveMiB + 1) });
      expect(await open().cases.file(large)).toMatchObject({ ok: false, failure: 'tooLarge' });
      expect(await open().cases.find(everything, large.case._id)).toBeUndefined();
    });
  });

  describe('submissions', () => {
    const mine = async (key: string) =>
      (await open().submissions.unstarted('2026-11-24T00:00:00.000Z', 1000)).filter(({ _id }) => _id === key);

    test('wait until they are marked as started', async () => {
      const one = filing();
      await open().cases.file(one);
      expect(await mine(one.idempotencyKey)).toMatchObject([{ state: 'stored', attempts: 0, case: one.case._id }]);
      expect(await open().submissions.unstarted(one.case.startedAt, 1000)).toEqual([]);
      await open().submissions.markStarted(one.idempotencyKey);
      expect(await mine(one.idempotencyKey)).toEqual([]);
    });

    test('count failed attempts and go on waiting', async () => {
      const one = filing();
      await open().cases.file(one);
      await open().submissions.markFailed(one.idempotencyKey, 'engine out of reach');
      await open().submissions.markFailed(one.idempotencyKey, 'engine out of reach');
      expect(await mine(one.idempotencyKey)).toMatchObject([{ attempts: 2, lastError: 'engine out of reach' }]);
    });
  });
}
