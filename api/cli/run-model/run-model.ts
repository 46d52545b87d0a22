import { writeFile } from 'node:fs/promises';
import type { Clock } from '../../../activities/clock.ts';
import type { Problem } from '../../../processes/language/failure.ts';
import type { JsonObject } from '../../../processes/language/ids.ts';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import type { Console } from '../command.ts';
import { createClaims } from './claims.ts';
import { startCoreCase } from './core-case.ts';
import { drive } from './drive.ts';
import { queueLines } from './line-queue.ts';
import type { Pause } from './line-queue.ts';
import { loadModel } from './load-model.ts';
import { readOptions } from './options.ts';
import type { RunOptions } from './options.ts';
import { emptyOutcome, exitCodes } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { problemSentence } from './problem-sentence.ts';
import type { Beginning, Happened, RunningCase } from '../../../activities/model-run/running-case.ts';
import { openSession } from './session.ts';
import { createTrace } from './trace.ts';

/** What surrounds a run: its input, its two outputs, time, and where cases run that do not run in this process. */
export type Surroundings = {
  lines: AsyncIterable<string>;
  console: Console;
  clock: Clock;
  pause: Pause;
  startEngineCase: (beginning: Beginning, options: RunOptions) => Promise<RunningCase>;
};

const described = (problems: Problem[]): Outcome['problems'] =>
  problems.map((problem) => {
    const line = problem.values?.['line'];
    return { ...problem, line: typeof line === 'number' ? line : null, sentence: problemSentence(problem) };
  });

const refusal = (process: string | null, problems: Problem[]): Outcome => ({
  ...emptyOutcome('refused', process),
  problems: described(problems),
});

/** Runs a model from its file to its end, or to where nothing more can happen. The answer is also its last line of output. */
export const runModel = async (args: string[], around: Surroundings): Promise<Outcome> => {
  const options = await readOptions(args, around.clock());
  const outcome = options.ok ? await run(options.value, around) : refusal(null, options.problems ?? []);
  if (options.ok && options.value.out !== undefined)
    await writeFile(options.value.out, `${JSON.stringify(outcome, null, 2)}\n`);
  around.console.say(JSON.stringify(outcome));
  return outcome;
};

export const exitCodeOf = ({ status }: Outcome): number => exitCodes[status];

const run = async (options: RunOptions, around: Surroundings): Promise<Outcome> => {
  const loaded = await loadModel(options.files);
  if (!loaded.ok) return refusal(options.files.process ?? null, loaded.problems ?? []);
  return runGraph(loaded.value, options, around);
};

const runGraph = async (graph: ProcessGraph, options: RunOptions, around: Surroundings): Promise<Outcome> => {
  const { console, lines, pause } = around;
  const trace = createTrace(graph, (entry) => options.trace && console.complain(JSON.stringify(entry)));
  const { variables, now, settings, first, idleMs } = options;
  const happened: Happened = (effects, at) => trace.add(effects, at);
  const beginning = { graph, variables, now, mostTimers: settings.mostTimers, happened };
  const running = options.core ? startCoreCase(beginning) : await around.startEngineCase(beginning, options);
  try {
    const say = (answer: JsonObject): void => console.say(JSON.stringify(answer));
    const timers = { left: settings.mostTimers };
    const session = openSession({ graph, running, trace, claims: createClaims(), timers, say }, settings);
    return await drive(session, running, first, queueLines(lines, pause), idleMs);
  } catch (error) {
    // a bug of ours: whoever reads the last line gets one all the same, with the trace up to here
    const reason = error instanceof Error ? error.message : String(error);
    const problem = { at: '', code: 'run.failed', values: { reason } };
    return { ...emptyOutcome('incident', graph.processId), trace: trace.entries, problems: described([problem]) };
  } finally {
    await running.stop();
  }
};
