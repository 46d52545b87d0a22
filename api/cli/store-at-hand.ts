import type { Config } from '../../activities/config.ts';
import { openDataFolder } from '../../activities/engines/data-folder.ts';
import { startMongod } from '../../activities/engines/start-engines.ts';
import { systemClock } from '../../activities/clock.ts';
import { findRunning } from './running.ts';

/** Uses the database of the product that runs on this data folder; when none runs, starts it for as long as `use` takes. */
export async function withDatabase<Answer>(config: Config, use: (uri: string) => Promise<Answer>): Promise<Answer> {
  const running = findRunning(config.dataFolder);
  if (running !== undefined) return use(running.mongod);
  const folder = await openDataFolder(config.dataFolder);
  try {
    const engine = await startMongod(config, { clock: systemClock, tell: () => undefined });
    try {
      return await use(engine.address);
    } finally {
      await engine.stop();
    }
  } finally {
    folder.release();
  }
}
