import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../../../processes/language/ids.ts';
import { runModel } from '../../../../api/cli/run-model/run-model.ts';
import type { Surroundings } from '../../../../api/cli/run-model/run-model.ts';
import type { Outcome } from '../../../../api/cli/run-model/outcome.ts';
import { flows } from '../../../workflows/engine/drawing.ts';

export const definitions = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="http://obieg.eu/test">
  <bpmn:message id="letterMessage" name="letter"/><bpmn:signal id="bellSignal" name="bell"/>
  <bpmn:error id="errorA" errorCode="A"/><bpmn:escalation id="escalationX" escalationCode="X"/>
  ${inside}
</bpmn:definitions>`;

export const process = (inside: string, lines: string, id = 'main'): string =>
  `<bpmn:process id="${id}" isExecutable="true">${inside}${flows(lines)}</bpmn:process>`;

export const folder = mkdtempSync(join(tmpdir(), 'obieg-playing-'));
let files = 0;

/** A file of its own with that text. */
export const fileOf = (text: string, name = `model-${(files += 1)}.bpmn`): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

export type Played = { outcome: Outcome; said: JsonObject[]; complained: string[] };

export async function* stream(lines: string[]): AsyncGenerator<string> {
  yield* lines;
}

/** Lines, and then nothing for ever. */
export async function* neverClosing(lines: string[]): AsyncGenerator<string> {
  yield* lines;
  await new Promise(() => undefined);
}

const quick: Pick<Surroundings, 'clock' | 'pause'> = {
  clock: () => new Date('2026-09-10T10:00:00.700Z'),
  // after everything that is on its way has arrived
  pause: () => new Promise((resolve) => setImmediate(resolve)),
};

/** Runs a model in this process, against the pure core. */
export const playFile = async (
  file: string,
  lines: AsyncIterable<string>,
  args: string[] = [],
  more: Partial<Surroundings> = {},
): Promise<Played> => {
  const said: JsonObject[] = [];
  const complained: string[] = [];
  const outcome = await runModel([file, '--core', ...args], {
    lines,
    console: {
      say: (line) => said.push(JSON.parse(line) as JsonObject),
      complain: (line) => complained.push(line),
    },
    startEngineCase: () => Promise.reject(new Error('Expected the core to be used')),
    ...quick,
    ...more,
  });
  return { outcome, said, complained };
};

export const play = (
  inside: string,
  drawn: string,
  lines: (JsonObject | string)[] = [],
  args: string[] = [],
): Promise<Played> =>
  playFile(
    fileOf(definitions(process(inside, drawn))),
    stream(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))),
    args,
  );

/** `element state` of every entry. */
export const steps = ({ outcome }: Played): string[] =>
  outcome.trace.map(({ element, state }) => `${element} ${state}`);
export const completed = ({ outcome }: Played): string[] =>
  outcome.trace.flatMap(({ element, state }) => (state === 'completed' ? [element] : []));
export const refusals = ({ outcome }: Played): string[] =>
  outcome.refused.map(({ line, failure }) => `${line} ${failure}`);
