import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection, Model } from 'mongoose';
import type { MongoMemoryReplSet } from 'mongodb-memory-server';
import { connect } from '../../activities/store/mongo/connection.ts';
import { scopeOf } from '../../activities/store/scope.ts';
import { startMongo } from '../support/mongo.ts';
import { text, unitSchema } from '../../activities/store/mongo/field-types.ts';

type Row = { _id: string; unit: string; name: string };
type Call = (rows: Model<Row>, options: object) => PromiseLike<unknown>;

/** Every way in which mongoose reads or changes rows. */
const calls: Record<string, Call> = {
  find: (rows, options) => rows.find({}, null, options),
  cursor: (rows, options) => rows.find({}, null, options).cursor().next(),
  findOne: (rows, options) => rows.findOne({}, null, options),
  findById: (rows, options) => rows.findById('b', null, options),
  exists: (rows, options) => rows.exists({ _id: 'b' }).setOptions(options),
  distinct: (rows, options) => rows.distinct('name', {}, options),
  countDocuments: (rows, options) => rows.countDocuments({}, options),
  updateOne: (rows, options) => rows.updateOne({}, { name: 'x' }).setOptions(options),
  updateMany: (rows, options) => rows.updateMany({}, { name: 'x' }).setOptions(options),
  replaceOne: (rows, options) => rows.replaceOne({ _id: 'b' }, { unit: 'sp-2', name: 'x' }, options),
  findOneAndUpdate: (rows, options) => rows.findOneAndUpdate({}, { name: 'x' }, options),
  findByIdAndUpdate: (rows, options) => rows.findByIdAndUpdate('b', { name: 'x' }, options),
  findOneAndReplace: (rows, options) => rows.findOneAndReplace({ _id: 'b' }, { unit: 'sp-2', name: 'x' }, options),
  findOneAndDelete: (rows, options) => rows.findOneAndDelete({ _id: 'b' }, options),
  findByIdAndDelete: (rows, options) => rows.findByIdAndDelete('b', options),
  deleteOne: (rows, options) => rows.deleteOne({ _id: 'b' }).setOptions(options),
  deleteMany: (rows, options) => rows.deleteMany({ _id: 'b' }).setOptions(options),
  aggregate: (rows, options) => rows.aggregate([{ $match: {} }]).option(options),
};

describe('a collection with units’ data', () => {
  let mongo: MongoMemoryReplSet;
  let connection: Connection;
  let rows: Model<Row>;
  beforeAll(async () => {
    mongo = await startMongo();
    connection = await connect(mongo.getUri('obieg'));
    rows = connection.model<Row>('rows', unitSchema<Row>({ name: text }), 'rows');
    await rows.insertMany([
      { _id: 'a', unit: 'sp-1', name: 'mine' },
      { _id: 'b', unit: 'sp-2', name: 'canary' },
    ]);
  });
  afterAll(async () => {
    await connection.close();
    await mongo.stop();
  });

  test.each(Object.keys(calls))('throws at %s without a scope', async (name) => {
    await expect(Promise.resolve().then(() => calls[name]!(rows, {}))).rejects.toThrow(/Expected a scope/);
  });

  test.each(Object.keys(calls))('shows and changes nothing of another unit at %s', async (name) => {
    const shown = await calls[name]!(rows, { scope: scopeOf({ unit: 'sp-1' }, 'test') });
    expect(JSON.stringify(shown) ?? '').not.toMatch(/canary|"b"/);
    const everything = { scope: scopeOf({}, 'test') };
    expect(await rows.findOne({ _id: 'b' }, null, everything).lean()).toEqual({
      _id: 'b',
      unit: 'sp-2',
      name: 'canary',
    });
  });

  test('refuses what cannot be narrowed', async () => {
    await expect(rows.estimatedDocumentCount().exec()).rejects.toThrow(/Expected/);
    const write = { updateMany: { filter: {}, update: { name: 'x' } } };
    await expect(rows.bulkWrite([write])).rejects.toThrow(/Expected/);
  });

  test('cannot be widened by a filter', async () => {
    const scope = scopeOf({ unit: 'sp-1' }, 'test');
    const wide = { $or: [{ unit: 'sp-2' }, { unit: 'sp-1' }] };
    expect(await rows.find(wide, null, { scope }).lean()).toHaveLength(1);
    expect(await rows.find({ unit: 'sp-2' }, null, { scope }).lean()).toEqual([]);
  });

  test('refuses fields its schema does not name', async () => {
    await expect(rows.create({ _id: 'c', unit: 'sp-1', name: 'c', nick: 'x' } as Row)).rejects.toThrow(/nick/);
  });
});
