import { MongoMemoryReplSet } from 'mongodb-memory-server';

const mongod = process.env['MONGOD_BIN'] ?? process.env['MONGOD'];

/** A real mongod as a replica set of one, on a free port of this machine, with data of its own. */
export const startMongo = (): Promise<MongoMemoryReplSet> =>
  MongoMemoryReplSet.create({
    ...(mongod !== undefined && { binary: { systemBinary: mongod } }),
    replSet: { count: 1, storageEngine: 'wiredTiger', ip: '127.0.0.1' },
  });
