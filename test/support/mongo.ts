import { MongoMemoryReplSet } from 'mongodb-memory-server';
import { findEngine } from '../../activities/engines/find-engine.ts';
import { loadConfig } from '../../activities/config.ts';

/** A real mongod as a replica set of one, found as the product finds it, on a free port, with data of its own. */
export async function startMongo(): Promise<MongoMemoryReplSet> {
  const config = loadConfig();
  if (!config.ok) throw new Error(`Expected a configuration but got ${config.failure}`);
  const mongod = await findEngine('mongod', config.value);
  // The release that was found is the one to be tested.
  process.env['MONGOMS_SYSTEM_BINARY_VERSION_CHECK'] = 'false';
  return MongoMemoryReplSet.create({
    binary: { systemBinary: mongod.path },
    replSet: { count: 1, storageEngine: 'wiredTiger', ip: '127.0.0.1' },
  });
}
