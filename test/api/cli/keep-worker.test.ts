import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { keepWorker } from '../../../api/cli/keep-worker.ts';
import type { RunningWorker } from '../../../activities/worker.ts';

type Trial = RunningWorker & { fail(): void; stopped: boolean };

function trialWorker(): Trial {
  let end: () => void = () => undefined;
  let fail: () => void = () => undefined;
  const finished = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = () => reject(new Error('the server was away for too long'));
  });
  const worker: Trial = {
    finished,
    fail,
    stopped: false,
    async stop() {
      worker.stopped = true;
      end();
      await finished;
    },
  };
  return worker;
}

describe('a kept worker', () => {
  test('that gave up is followed by another, as soon as one can be started', async () => {
    const workers: Trial[] = [];
    let away = 0;
    const start = async (): Promise<RunningWorker> => {
      if (away > 0) {
        away -= 1;
        throw new Error('cannot connect');
      }
      const worker = trialWorker();
      workers.push(worker);
      return worker;
    };
    const told: string[] = [];
    const kept = await keepWorker(start, (error) => told.push((error as Error).message));
    away = 1;
    workers[0]?.fail();
    for (let i = 0; i < 100 && workers.length < 2; i++) await sleep(50);
    expect(workers).toHaveLength(2);
    expect(told).toContain('the server was away for too long');
    expect(told).toContain('cannot connect');
    await kept.stop();
    expect(workers[1]?.stopped).toBe(true);
    await sleep(700);
    expect(workers).toHaveLength(2);
  });

  test('that is being started anew when the stop comes is stopped too', async () => {
    const workers = [trialWorker(), trialWorker()];
    const starts: number[] = [];
    const start = async (): Promise<RunningWorker> => {
      const at = starts.push(starts.length);
      if (at === 2) await sleep(300);
      return workers[at - 1]!;
    };
    const kept = await keepWorker(start, () => undefined);
    workers[0]?.fail();
    for (let i = 0; i < 100 && starts.length < 2; i++) await sleep(20);
    await kept.stop();
    expect(workers[1]?.stopped).toBe(true);
  });

  test('whose first start fails is refused at once', async () => {
    await expect(
      keepWorker(
        () => Promise.reject(new Error('cannot connect')),
        () => undefined,
      ),
    ).rejects.toThrow('cannot connect');
  });
});
