import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import mongoose from 'mongoose';
import type { EngineCommand } from './engine-process.ts';

const { MongoClient } = mongoose.mongo;
const replicaSet = 'obieg';

export const mongoCommand = (binary: string, port: number, folder: string): EngineCommand => {
  mkdirSync(join(folder, 'db'), { recursive: true, mode: 0o700 });
  return {
    binary,
    folder,
    args: [
      `--dbpath=${join(folder, 'db')}`,
      `--port=${port}`,
      '--bind_ip=127.0.0.1',
      '--nounixsocket',
      `--replSet=${replicaSet}`,
      '--oplogSize=512',
      '--wiredTigerCacheSizeGB=0.25',
      '--noscripting',
      '--quiet',
    ],
  };
};

export const mongoUri = (port: number): string => `mongodb://127.0.0.1:${port}/obieg?replicaSet=${replicaSet}`;

/**
 * Throws until the server is primary of a replica set of one. Initiates the set once; when the port is another than the
 * last time, the set's only member is moved to it.
 */
export async function mongoReady(port: number): Promise<void> {
  const host = `127.0.0.1:${port}`;
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, { serverSelectionTimeoutMS: 1000 });
  try {
    const admin = client.db('admin');
    const hello = await admin.command({ hello: 1 });
    if (hello['isWritablePrimary'] === true && hello['me'] === host) return;
    if (hello['setName'] === undefined) await joinSet(admin, host);
    throw new Error('Expected a primary, but the election is still under way');
  } finally {
    await client.close();
  }
}

type Admin = ReturnType<InstanceType<typeof MongoClient>['db']>;
type SetConfig = { version: number; members: { _id: number; host: string }[] };

async function joinSet(admin: Admin, host: string): Promise<void> {
  const config = await currentConfig(admin);
  if (config === undefined) {
    await admin.command({ replSetInitiate: { _id: replicaSet, members: [{ _id: 0, host }] } });
  } else if (config.members[0]?.host !== host) {
    const moved = { ...config, version: config.version + 1, members: [{ ...config.members[0], host }] };
    await admin.command({ replSetReconfig: moved, force: true });
  }
}

async function currentConfig(admin: Admin): Promise<SetConfig | undefined> {
  try {
    const answer = await admin.command({ replSetGetConfig: 1 });
    return answer['config'] as SetConfig;
  } catch (error) {
    if ((error as { codeName?: string }).codeName === 'NotYetInitialized') return undefined;
    throw error;
  }
}
