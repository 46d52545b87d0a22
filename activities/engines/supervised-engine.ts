import { setTimeout as sleep } from 'node:timers/promises';
import { lastLogLine, logOf, startProcess, stopLeftOver } from './engine-process.ts';
import type { EngineCommand } from './engine-process.ts';
import { StartProblem } from './start-problem.ts';

export type SupervisedEngine = { pid(): number; stop(): Promise<void> };
export type EngineEvent = { engine: string; what: 'ended' | 'startedAgain'; log: string };

const readySeconds = 60;
const firstPause = 250;
const longestPause = 10_000;

/**
 * Starts the engine and waits until `ready` does not throw. An engine that ends by itself later is started again on the
 * same ports and data, with growing pauses, until `stop`.
 */
export async function superviseEngine(
  name: string,
  command: EngineCommand,
  ready: () => Promise<void>,
  tell: (event: EngineEvent) => void,
): Promise<SupervisedEngine> {
  await stopLeftOver(command.folder);
  let engine = startProcess(command);
  let stopping = false;
  await untilReady(name, command, ready, () => engine.hasEnded()).catch(async (error: unknown) => {
    await engine.stop();
    throw error;
  });
  const keepRunning = async (): Promise<void> => {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      await engine.ended;
      if (stopping) return;
      tell({ engine: name, what: 'ended', log: logOf(command.folder) });
      await sleep(pause);
      if (stopping) return;
      engine = startProcess(command);
      const up = await untilReady(name, command, ready, () => engine.hasEnded() || stopping).then(
        () => true,
        () => false,
      );
      if (!up) continue;
      tell({ engine: name, what: 'startedAgain', log: logOf(command.folder) });
      pause = firstPause / 2;
    }
  };
  const kept = keepRunning();
  return {
    pid: () => engine.pid,
    async stop() {
      stopping = true;
      await engine.stop();
      await kept;
      await engine.stop();
    },
  };
}

async function untilReady(
  name: string,
  { folder }: EngineCommand,
  ready: () => Promise<void>,
  hasEnded: () => boolean,
): Promise<void> {
  const log = logOf(folder);
  for (let waited = 0; waited < readySeconds * 1000; waited += 100) {
    if (hasEnded()) throw new StartProblem('engineEnded', { name, log, reason: lastLogLine(folder) });
    try {
      await ready();
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new StartProblem('engineNotReady', { name, log, seconds: String(readySeconds) });
}
