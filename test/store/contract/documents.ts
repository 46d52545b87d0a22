import { describe, expect, test } from '@jest/globals';
import type { AppliedSignature } from '../../../processes/language/document.ts';
import type { CaseRecord } from '../../../activities/store/records.ts';
import type { Store } from '../../../activities/store/store.ts';
import { sha256 } from '../../../activities/store/content-hash.ts';
import { documentId, entry, everything, filedCase, personId, sha, startedAt, unique } from '../records.ts';

const title = { pl: 'Decyzja', en: 'Decision', uk: 'Рішення' };
const newDocument = (of: CaseRecord, madeBy = 'makeDecision.4') => ({
  _id: documentId(unique('D')),
  case: of._id,
  unit: of.unit,
  kind: 'decyzja',
  title,
  mime: 'application/pdf',
  fileName: 'decyzja.pdf',
  createdAt: startedAt,
  madeBy,
  signatureFields: [{ field: 'clerk', label: title, order: 1 }],
  verificationCode: unique('CODE-'),
});
const signature = (task: string): AppliedSignature => ({
  field: 'clerk',
  signer: personId('p-1'),
  signerName: 'Ala Makota',
  role: 'clerk',
  at: startedAt,
  level: 'B-B',
  sha256: sha('0'.repeat(64)),
  task,
});

export function documentsContract(open: () => Store): void {
  const made = async (text = unique('%PDF ')) => {
    const filed = await filedCase(open());
    const bytes = Buffer.from(text);
    const document = await open().documents.add(everything, newDocument(filed), bytes, entry('documentMade'));
    return { filed, bytes, document, head: document.revisions[0]!.sha256 };
  };
  const sign = (id: string, head: string, task: string, bytes: Buffer) =>
    open().documents.addRevision(
      everything,
      documentId(id),
      sha(head),
      { at: startedAt, signature: signature(task) },
      bytes,
      entry('documentSigned'),
    );

  describe('a document', () => {
    test('is kept with its bytes under their hash, and named in the record', async () => {
      const { filed, bytes, document, head } = await made();
      expect(head).toBe(sha256(bytes));
      expect(document.revisions).toEqual([{ number: 1, sha256: head, size: bytes.length, at: startedAt }]);
      expect(await open().documents.find(everything, document._id)).toEqual(document);
      expect(await open().documents.findByVerificationCode(document.verificationCode!)).toEqual(document);
      expect(await open().documents.findByVerificationCode('nothing')).toBeUndefined();
      expect(await open().documents.bytes(everything, head)).toEqual(bytes);
      const last = (await open().record.ofCase(everything, filed._id)).at(-1);
      expect(last).toMatchObject({ action: 'documentMade', documentHash: head });
    });

    test('made twice by the same step stays the first, even at once', async () => {
      const filed = await filedCase(open());
      const add = (text: string) =>
        open().documents.add(everything, newDocument(filed), Buffer.from(text), entry('documentMade'));
      const documents = await Promise.all(['one', 'two', 'three', 'four'].map(add));
      expect(new Set(documents.map(({ _id }) => _id)).size).toBe(1);
      expect(await open().documents.ofCase(everything, filed._id)).toHaveLength(1);
      expect(await open().record.ofCase(everything, filed._id)).toHaveLength(2);
    });

    test('may have the same bytes as another', async () => {
      const first = await made('the same');
      const second = await made('the same');
      expect(second.head).toBe(first.head);
      expect(await open().documents.bytes(everything, first.head)).toEqual(Buffer.from('the same'));
      expect((await open().documents.madeOf(everything, first.head)).map(({ _id }) => _id)).toContain(
        first.document._id,
      );
    });

    test('is refused for a case that is not there', async () => {
      const filed = await filedCase(open());
      const stranger = { ...newDocument(filed), case: 'nobody' as never };
      await expect(
        open().documents.add(everything, stranger, Buffer.from('x'), entry('documentMade')),
      ).rejects.toThrow();
    });
  });

  describe('a signed revision', () => {
    test('is appended to the revision that was signed', async () => {
      const { filed, document, head } = await made();
      const signed = Buffer.from(`${unique('%PDF ')} signed`);
      const answer = await sign(document._id, head, 'T1', signed);
      expect(answer).toMatchObject({ ok: true, value: { revisions: [{}, { number: 2, sha256: sha256(signed) }] } });
      expect(await open().documents.bytes(everything, sha256(signed))).toEqual(signed);
      expect((await open().record.ofCase(everything, filed._id)).at(-1)).toMatchObject({
        action: 'documentSigned',
        documentHash: sha256(signed),
      });
    });

    test('conflicts when the document has moved on', async () => {
      const { document, head } = await made();
      await sign(document._id, head, 'T1', Buffer.from('a'));
      expect(await sign(document._id, head, 'T2', Buffer.from('b'))).toMatchObject({ ok: false, failure: 'conflict' });
      expect((await open().documents.find(everything, document._id))?.revisions).toHaveLength(2);
    });

    test('of the same task is added once, whatever came between', async () => {
      const { document, head } = await made();
      await sign(document._id, head, 'T1', Buffer.from('a'));
      await sign(document._id, sha256('a'), 'T2', Buffer.from('b'));
      const again = await sign(document._id, head, 'T1', Buffer.from('c'));
      expect(again).toMatchObject({ ok: true, value: { revisions: [{}, {}, { sha256: sha256('b') }] } });
    });

    test('by several people at once is one person’s', async () => {
      const { document, head } = await made();
      const answers = await Promise.all(
        ['T1', 'T2', 'T3', 'T4'].map((task) => sign(document._id, head, task, Buffer.from(task))),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.filter((answer) => !answer.ok && answer.failure === 'conflict')).toHaveLength(3);
    });

    test('of an unknown document or above 12 MiB is refused', async () => {
      const { document, head } = await made();
      expect(await sign('nothing', head, 'T1', Buffer.from('a'))).toMatchObject({ failure: 'notFound' });
      const large = Buffer.alloc(12 * 1024 * 1024 + 1);
      expect(await sign(document._id, head, 'T1', large)).toMatchObject({ failure: 'tooLarge' });
    });
  });
}
