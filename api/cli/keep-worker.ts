import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningWorker } from '../../activities/worker.ts';

const firstPause = 500;
const longestPause = 15_000;

/**
 * Keeps a worker at work: one that can go on no more, because its server was away for too long, is followed by a new one.
 * `start` may fail while the server is away.
 */
export async function keepWorker(
  start: () => Promise<RunningWorker>,
  tell: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  let worker = await start();
  let stopping = false;
  const keep = async (): Promise<void> => {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      try {
        await worker.finished;
      } catch (error) {
        tell(error);
      }
      if (stopping) return;
      await sleep(pause);
      if (stopping) return;
      try {
        worker = await start();
        pause = firstPause / 2;
        if (stopping) await worker.stop();
      } catch (error) {
        tell(error);
      }
    }
  };
  const kept = keep();
  return {
    async stop() {
      stopping = true;
      await worker.stop().catch(tell);
      await kept;
    },
  };
}
