import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findRunning, noteRunning } from '../../../api/cli/running.ts';
import { scratchFolder } from '../../support/engine-config.ts';

const running = { temporal: '127.0.0.1:1', mongod: 'mongodb://127.0.0.1:2/obieg', url: 'http://127.0.0.1:3' };

describe('the note of a run', () => {
  test('tells other commands where it answers, until it ends', () => {
    const folder = scratchFolder('running');
    const note = noteRunning(folder, running);
    expect(findRunning(folder)).toEqual(running);
    note.forget();
    expect(findRunning(folder)).toBeUndefined();
  });

  test('of a run that was killed is not believed', () => {
    const folder = scratchFolder('running');
    const killed = { process: { pid: process.pid, began: 'another time' }, ...running };
    writeFileSync(join(folder, 'running.json'), JSON.stringify(killed));
    expect(findRunning(folder)).toBeUndefined();
  });
});
