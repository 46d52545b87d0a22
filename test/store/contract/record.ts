import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../activities/store/store.ts';
import { canonicalHash } from '../../../activities/store/content-hash.ts';
import { caseId, entry, everything, filedCase } from '../records.ts';

export function recordContract(open: () => Store): void {
  describe('the record', () => {
    test('is a chain: each entry holds the hash of the one before, over canonical JSON', async () => {
      const { _id } = await filedCase(open());
      await open().record.append(everything, _id, entry('documentShown', { element: 'e', onBehalfOf: 'p-2' }));
      await open().record.append(everything, _id, entry('documentShown'));
      const record = await open().record.ofCase(everything, _id);
      expect(record.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(record[0]!.previousHash).toBe('0'.repeat(64));
      for (const [index, { _id: _, hash, ...covered }] of record.entries()) {
        expect(hash).toBe(canonicalHash(covered));
        if (index > 0) expect(covered.previousHash).toBe(record[index - 1]!.hash);
      }
    });

    test('does not fork when many append at once', async () => {
      const { _id } = await filedCase(open());
      await Promise.all(
        Array.from({ length: 10 }, (_, index) => open().record.append(everything, _id, entry(`action${index}`))),
      );
      const record = await open().record.ofCase(everything, _id);
      expect(record.map(({ seq }) => seq)).toEqual(Array.from({ length: 11 }, (_, index) => index + 1));
      expect(new Set(record.map(({ previousHash }) => previousHash)).size).toBe(11);
    });

    test('takes no entry of an unknown case', async () => {
      await expect(open().record.append(everything, caseId('nobody'), entry('x'))).rejects.toThrow(/nobody/);
    });

    test('verifies as long as nobody has changed anything', async () => {
      const { _id } = await filedCase(open());
      await open().record.append(everything, _id, entry('documentShown'));
      let last = 0;
      const report = await open().record.verify((done) => (last = done));
      expect(report.broken).toEqual([]);
      expect(report.entries).toBeGreaterThanOrEqual(2);
      expect(report.cases).toBeGreaterThanOrEqual(1);
      expect(last).toBe(report.cases + report.entries + report.blobs);
    });
  });
}
