import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { systemRandom } from '../../activities/clock.ts';
import { createCodec } from '../../activities/temporal/codec.ts';
import { installRuntime } from '../../activities/temporal/worker-runtime.ts';
import { workflowBundle } from '../../activities/temporal/workflow-bundle.ts';
import { codecKey, testCache } from '../support/temporal.ts';
import { readHistory } from './history-file.ts';
import type { History } from './history-file.ts';

export const historyFolder = fileURLToPath(new URL('histories/', import.meta.url));

export type RecordedHistory = { name: string; history: History };

export const recordedHistories = (): RecordedHistory[] =>
  readdirSync(historyFolder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => ({ name: file.replace('.json', ''), history: readHistory(join(historyFolder, file)) }));

/** Runs today's workflow code over a history of a released version; what does not fit is the failure. */
export async function replay({ name, history }: RecordedHistory): Promise<{ name: string; failure?: string }> {
  installRuntime(() => undefined);
  const dataConverter = { payloadCodecs: [createCodec([codecKey], systemRandom)] };
  try {
    await Worker.runReplayHistory({ workflowBundle: await workflowBundle(testCache), dataConverter }, history, name);
    return { name };
  } catch (error) {
    return { name, failure: String(error) };
  }
}
