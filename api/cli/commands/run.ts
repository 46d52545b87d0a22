import { systemClock } from '../../../activities/clock.ts';
import type { Command } from '../command.ts';
import { untilAsked } from '../signals.ts';
import type { Pause } from '../run-model/line-queue.ts';
import { exitCodeOf, runModel } from '../run-model/run-model.ts';
import { linesOf } from '../run-model/stdin-lines.ts';

const pause: Pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });

/** Runs one model on its own, without the office around it. */
export const run: Command = async ({ args, console, config }) => {
  const asked = new AbortController();
  // whoever asks for an end gets the last line for what has happened so far, and everything started is stopped
  void untilAsked(() => process.exit(1)).then(() => asked.abort());
  const outcome = await runModel(args, {
    lines: linesOf(process.stdin, asked.signal),
    console,
    clock: systemClock,
    pause,
    startEngineCase: async (beginning, options) =>
      (await import('../../../activities/model-run/engine-case.ts')).startEngineCase(
        config,
        beginning,
        options.settings.skipTime,
      ),
  });
  return exitCodeOf(outcome);
};
