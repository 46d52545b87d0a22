import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { takeLock } from '../../../activities/engines/lock-file.ts';

const newPath = () => join(mkdtempSync(join(tmpdir(), 'obieg-lock-')), 'the.lock');

describe('a lock file', () => {
  test('is held by one and names its holder to the next', () => {
    const path = newPath();
    expect(takeLock(path).held).toBe(true);
    expect(takeLock(path)).toEqual({ held: false, by: process.pid });
  });

  test('can be taken again after its release and leaves nothing behind', () => {
    const path = newPath();
    const first = takeLock(path);
    if (first.held) first.lock.release();
    const second = takeLock(path);
    expect(second.held).toBe(true);
    if (second.held) second.lock.release();
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  test.each([
    ['a process that is gone', { pid: 2 ** 22 + 1, began: '1' }],
    ['an earlier process with our number', { pid: process.pid, began: 'long ago' }],
  ])('of %s is taken over', (_, holder) => {
    const path = newPath();
    writeFileSync(path, JSON.stringify(holder));
    expect(takeLock(path).held).toBe(true);
  });

  test('with spoiled content is taken over', () => {
    const path = newPath();
    writeFileSync(path, 'half a li');
    expect(takeLock(path).held).toBe(true);
  });
});
