import { createDesk, createOffice } from '../../activities/casework/create-office.ts';
import { systemClock, systemRandom } from '../../activities/clock.ts';
import type { Config } from '../../activities/config.ts';
import type { Desk } from '../../activities/casework/deps.ts';
import type { Office } from '../../activities/casework/office.ts';
import type { Secrets } from '../../activities/engines/secrets.ts';
import type { Store } from '../../activities/store/store.ts';
import { createCodec } from '../../activities/temporal/codec.ts';
import { createModels } from '../../activities/models/index.ts';
import { folderKeyStore, readTrust } from '../../activities/signatures/key-store.ts';
import { handlerNames, handlerWrites } from '../../activities/tasks/index.ts';
import { makeDemoKeys } from './demo.ts';
import { localSigning } from '../../activities/signatures/local-signing.ts';
import { StartProblem } from '../../activities/engines/start-problem.ts';
import { temporalEngine } from '../../activities/temporal/client.ts';

export type Casework = { desk: Desk; office: Office; close(): Promise<void> };

/** The office over this store and this Temporal server, whose connection is made when first needed. */
export async function openCasework(
  config: Config,
  secrets: Secrets,
  store: Store,
  temporalAddress: string,
): Promise<Casework> {
  const engine = temporalEngine({
    address: temporalAddress,
    namespace: config.temporal.namespace,
    taskQueue: config.temporal.taskQueue,
    codec: createCodec([secrets.codecKey], systemRandom),
    clock: systemClock,
  });
  if (config.demo) await makeDemoKeys(config);
  const trust = await trustOf(config.keyFolder);
  const desk = createDesk({
    store,
    engine,
    signing: localSigning({ keyStore: folderKeyStore(config.keyFolder), trust, clock: systemClock }),
    models: createModels(handlerNames, handlerWrites),
    clock: systemClock,
    random: systemRandom,
    pepper: secrets.codePepper,
  });
  return { desk, office: createOffice(desk), close: () => engine.close() };
}

async function trustOf(folder: string): ReturnType<typeof readTrust> {
  try {
    return await readTrust(folder);
  } catch (error) {
    throw new StartProblem('keysUnusable', {
      path: folder,
      reason: (error as NodeJS.ErrnoException).code ?? 'unknown',
    });
  }
}
