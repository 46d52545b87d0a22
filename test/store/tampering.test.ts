import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import type { MongoMemoryReplSet } from 'mongodb-memory-server';
import type { Store } from '../../activities/store/store.ts';
import { connect } from '../../activities/store/mongo/connection.ts';
import { mongoStore } from '../../activities/store/mongo-store.ts';
import { startMongo } from '../support/mongo.ts';
import { documentId, entry, everything, filedCase, unique } from './records.ts';

type Stored = { _id: string; [field: string]: unknown };

/** Somebody with the database in hand changes something; `verify` must name it. */
describe('the record after tampering', () => {
  let mongo: MongoMemoryReplSet;
  let store: Store;
  let connection: Connection;
  const register = { symbol: 'ZS', jrwa: '4430', year: 2026 };
  const collection = (name: string) => connection.collection<Stored>(name);
  beforeAll(async () => {
    mongo = await startMongo();
    store = await mongoStore(mongo.getUri('obieg'));
    connection = await connect(mongo.getUri('obieg'));
  });
  afterAll(async () => {
    await connection.close();
    await store.close();
    await mongo.stop();
  });
  afterEach(async () => {
    for (const model of ['cases', 'entries', 'heads', 'blobs', 'documents', 'registers', 'submissions'])
      await collection(model).deleteMany({});
  });

  /** Three cases with an attachment each and an entry more. */
  const cases = async () => {
    const made = [];
    for (let index = 0; index < 3; index += 1) {
      const id = documentId(unique('D'));
      const attachment = { id, fileName: 'a.pdf', mime: 'application/pdf', bytes: Buffer.from(unique('bytes ')) };
      const filed = await filedCase(store, { register, attachments: [attachment] });
      await store.record.append(everything, filed._id, entry('documentShown', { element: 'review' }));
      const [document] = await store.documents.ofCase(everything, filed._id);
      made.push({ ...filed, document: document!, sha: document!.revisions[0]!.sha256 });
    }
    expect(await store.record.verify()).toEqual({ cases: 3, entries: 9, blobs: 3, broken: [] });
    return made as [(typeof made)[0], (typeof made)[0], (typeof made)[0]];
  };
  const broken = async () => (await store.record.verify()).broken;

  test.each([
    ['actor', 'p-2'],
    ['at', '2026-11-23T09:00:00.001Z'],
    ['action', 'documentShowm'],
    ['element', 'reviev'],
    ['onBehalfOf', 'p-9'],
    ['unit', 'sp-2'],
    ['previousHash', '1'.repeat(64)],
    ['added', 'field'],
  ])('names the entry whose %s was changed, and no other', async (field, value) => {
    const [, victim] = await cases();
    await collection('entries').updateOne({ _id: `${victim._id}.3` }, { $set: { [field]: value } });
    expect(await broken()).toMatchObject([{ what: 'entry', id: `${victim._id}.3` }]);
  });

  test('names the entry whose hash was made to fit, by the entry after it', async () => {
    const [, victim] = await cases();
    await collection('entries').updateOne({ _id: `${victim._id}.2` }, { $set: { hash: 'f'.repeat(64) } });
    expect((await broken()).map(({ id }) => id)).toEqual([`${victim._id}.2`, `${victim._id}.3`]);
  });

  test('names an entry taken out of the middle, from the end or altogether', async () => {
    const [first, second, third] = await cases();
    await collection('entries').deleteOne({ _id: `${first._id}.2` });
    await collection('entries').deleteOne({ _id: `${second._id}.3` });
    await collection('entries').deleteMany({ case: third._id });
    expect(await broken()).toMatchObject([
      { what: 'entry', id: `${first._id}.3`, reason: 'expected seq 2 but found 3' },
      { what: 'entry', id: `${second._id}.3`, reason: 'expected last but the chain ends at 2' },
      { what: 'entry', id: `${third._id}.3`, reason: 'expected last but the chain ends at 0' },
    ]);
  });

  test('names entries added to a case, and entries of no case', async () => {
    const [first] = await cases();
    const [last] = (await store.record.ofCase(everything, first._id)).slice(-1);
    await collection('entries').insertMany([
      { ...last, _id: `${first._id}.4`, seq: 4 },
      { ...last, _id: 'A.1', case: 'A', seq: 1 },
      { ...last, _id: 'Z.1', case: 'Z', seq: 1 },
    ]);
    const names = (await broken()).map(({ id }) => id);
    expect(names).toEqual(expect.arrayContaining(['A.1', `${first._id}.4`, 'Z.1']));
  });

  test('names bytes of which one was changed, and bytes that are gone', async () => {
    const [first, second, third] = await cases();
    await collection('blobs').updateOne({ _id: first.sha }, { $set: { data: Buffer.from('bytez') } });
    await collection('blobs').updateOne({ _id: second.sha }, { $set: { size: 1 } });
    await collection('blobs').deleteOne({ _id: third.sha });
    const found = await broken();
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: 'blob', id: first.sha }),
        expect.objectContaining({ what: 'blob', id: second.sha }),
        expect.objectContaining({ what: 'reference', id: third.document._id }),
      ]),
    );
  });

  test('names a number that was changed', async () => {
    const [, victim] = await cases();
    await collection('cases').updateOne({ _id: victim._id }, { $set: { number: 'ZS.4430.7.2026' } });
    expect(await broken()).toMatchObject([
      { what: 'number', id: 'ZS.4430.7.2026', reason: expect.stringContaining('ZS.4430.2.2026') },
    ]);
  });

  test('names the number of a case that was taken out, in the middle or at the end', async () => {
    const [, second, third] = await cases();
    await collection('cases').deleteOne({ _id: second._id });
    expect(await broken()).toMatchObject([{ what: 'number', id: 'ZS.4430.2.2026' }]);
    await collection('cases').deleteOne({ _id: third._id });
    expect(await broken()).toMatchObject([{ what: 'number', id: 'ZS.4430.2.2026', reason: 'given up to 3' }]);
  });

  test('names a case whose record is gone, and a register whose counter is gone', async () => {
    const [first] = await cases();
    await collection('heads').deleteOne({ _id: first._id });
    await collection('entries').deleteMany({ case: first._id });
    await collection('registers').deleteMany({});
    expect(await broken()).toMatchObject([
      { what: 'number', id: 'ZS.4430.2026' },
      { what: 'reference', id: first._id, reason: 'the case has no record' },
    ]);
  });

  test('names no more than a hundred things', async () => {
    await Promise.all(Array.from({ length: 40 }, () => filedCase(store, { register })));
    await collection('entries').updateMany({}, { $set: { actor: 'p-2' } });
    await collection('heads').updateMany({}, { $set: { seq: 2 } });
    await collection('cases').updateMany({}, [{ $set: { number: { $concat: ['$number', 'x'] } } }]);
    expect(await broken()).toHaveLength(100);
  });
});
