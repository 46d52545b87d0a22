import { mongoStore } from '../../activities/store/mongo-store.ts';
import { openSecrets } from '../../activities/engines/secrets.ts';
import { systemRandom } from '../../activities/clock.ts';
import type { Config } from '../../activities/config.ts';
import type { Desk } from '../../activities/casework/deps.ts';
import type { Office } from '../../activities/casework/office.ts';
import { openCasework } from './casework.ts';
import { findRunning } from './running.ts';

/**
 * Uses the office of the product that runs on this data folder, or the servers that the settings name. `undefined` when
 * there is neither: cases are operated where they run.
 */
export async function withCasework<Answer>(
  config: Config,
  use: (office: Office, desk: Desk) => Promise<Answer>,
): Promise<Answer | undefined> {
  const running = findRunning(config.dataFolder);
  const temporal = config.temporal.address ?? running?.temporal;
  const mongod = config.mongodbUri ?? running?.mongod;
  if (temporal === undefined || mongod === undefined) return undefined;
  const store = await mongoStore(mongod);
  const secrets = openSecrets(config.dataFolder, config.secrets, systemRandom);
  const casework = await openCasework(config, secrets, store, temporal);
  try {
    return await use(casework.office, casework.desk);
  } finally {
    await casework.close();
    await store.close();
  }
}

export const notRunning =
  'Obieg does not run on this data folder. Start it, or name its servers with TEMPORAL_ADDRESS and MONGODB_URI.';
