import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { recordedHistories, replay } from './replay.ts';

const histories = recordedHistories();

describe('the interpreter does today what it did in every released version', () => {
  test.each(histories.map((recorded) => [recorded.name, recorded] as const))('%s', async (_, recorded) => {
    expect(await replay(recorded)).toEqual({ name: recorded.name });
  });

  test('whatever the zone of its host', async () => {
    const env = { ...process.env, TZ: 'America/Los_Angeles', NODE_OPTIONS: '' };
    const { stdout } = await promisify(execFile)('npx', ['tsx', 'test/replay/replay-all.ts'], { env });
    expect(stdout.trim().split('\n')).toHaveLength(histories.length);
    expect(stdout).not.toContain('DIFFERS');
  }, 120_000);

  test('and a difference would be seen', async () => {
    const recorded = histories.find(({ name }) => name.endsWith('-incident'));
    if (!recorded) throw new Error('Expected the history of a case with an incident');
    const scheduled = 'activityTaskScheduledEventAttributes';
    const events = recorded.history.events.map((event) =>
      event[scheduled] ? { ...event, [scheduled]: { ...event[scheduled], activityType: { name: 'other' } } } : event,
    );
    expect(await replay({ name: 'changed', history: { events } })).toMatchObject({ failure: expect.any(String) });
  });
});
