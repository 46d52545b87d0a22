import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '../../processes/language/ids.ts';

const script = fileURLToPath(new URL('spiff-run.py', import.meta.url));

export const hasSpiff = spawnSync('python3', ['-c', 'import SpiffWorkflow.bpmn']).status === 0;

/** `data`: what each task gives, each time it is completed. */
export type SpiffModel = { xml: string; variables: JsonObject; data: Record<string, JsonObject[]> };
/** The open tasks before each completion, and at the end. */
export type SpiffRun = { open: string[][]; ended: boolean; error?: string };

/** How SpiffWorkflow runs models, the first open task by name completed each time. */
export const runWithSpiff = (models: SpiffModel[]): SpiffRun[] =>
  JSON.parse(execFileSync('python3', [script], { input: JSON.stringify(models), encoding: 'utf8' })) as SpiffRun[];
