import { spawnSync } from 'node:child_process';
import { test } from '@jest/globals';

const found = (tool: string): boolean => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;

/** `test` when the program is on this machine, else a skip that says so aloud. */
export const testWith = (tool: string, present = found(tool)): typeof test | typeof test.skip => {
  if (present) return test;
  console.warn(`SKIPPED: ${tool} not found`);
  return test.skip;
};
