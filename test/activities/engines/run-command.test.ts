import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCommand } from '../../../activities/engines/run-command.ts';

describe('a command run for its answer', () => {
  test('answers what it printed', async () => {
    expect(await runCommand('echo', ['done'], 5)).toEqual({ ok: true, output: 'done\n' });
  });

  test('that is not installed is an answer, not a crash', async () => {
    expect(await runCommand('no-such-command', [], 5)).toEqual({
      ok: false,
      reason: 'no-such-command is not installed',
    });
  });

  test('that fails answers its last complaint', async () => {
    const script = 'echo first >&2; echo the reason >&2; exit 3';
    expect(await runCommand('sh', ['-c', script], 5)).toEqual({ ok: false, reason: 'the reason' });
  });

  test('is ended with its children at the deadline', async () => {
    const mark = join(mkdtempSync(join(tmpdir(), 'obieg-run-')), 'mark');
    const answer = await runCommand('sh', ['-c', `(sleep 1; touch ${mark}) & wait`], 0.2);
    expect(answer).toEqual({ ok: false, reason: 'sh did not end within 0.2 s' });
  });
});
