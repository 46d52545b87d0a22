import { afterAll, describe, expect, test } from '@jest/globals';
import { systemClock, systemRandom } from '../../../activities/clock.ts';
import { freePort } from '../../../activities/engines/ports.ts';
import { temporalEngine } from '../../../activities/temporal/client.ts';
import { createCodec } from '../../../activities/temporal/codec.ts';
import { updateId } from '../../../activities/temporal/update-id.ts';
import type { CaseId } from '../../../processes/language/ids.ts';
import { caseInput, graphOf, loopXml, taskId } from './trial-case.ts';

const engine = temporalEngine({
  address: `127.0.0.1:${await freePort()}`,
  namespace: 'default',
  taskQueue: 'test',
  codec: createCodec([Buffer.alloc(32).toString('base64')], systemRandom),
  clock: systemClock,
  deadlineMs: 1_000,
  startDeadlineMs: 500,
});
afterAll(() => engine.close());

describe('with no server at its address the engine answers within its deadline that it is unavailable', () => {
  const id = 'case' as CaseId;
  const calls: [name: string, call: () => Promise<unknown>][] = [
    ['start', async () => engine.start(caseInput(id, await graphOf(loopXml)))],
    ['completeTask', () => engine.completeTask(id, { taskId: taskId(id, '1'), by: 'p', data: {} })],
    ['deliverMessage', () => engine.deliverMessage(id, { name: 'm', messageId: '1', by: 'p', variables: {} })],
    ['retryIncident', () => engine.retryIncident(id, { incident: '1', by: 'p' })],
    ['view', () => engine.view(id)],
    ['keepTime', () => engine.keepTime({ procedureId: 'yearly-review', element: 'yearly' })],
    ['clocks', () => engine.clocks()],
    ['ping', () => engine.ping()],
  ];
  test.each(calls)(
    '%s',
    async (_, call) => {
      expect(await call()).toMatchObject({ ok: false, failure: 'engineUnavailable', retryAfterSeconds: 5 });
    },
    5_000,
  );
});

describe('the id of an update', () => {
  const command = { taskId: 'c.1', by: 'p', data: { a: 1, b: 2 } };
  const id = updateId('c' as CaseId, 'completeTask', command);
  test('is the same for the same content in any order', () => {
    expect(updateId('c' as CaseId, 'completeTask', { data: { b: 2, a: 1 }, by: 'p', taskId: 'c.1' })).toBe(id);
  });
  test.each([
    ['case', updateId('d' as CaseId, 'completeTask', command)],
    ['kind', updateId('c' as CaseId, 'deliverMessage', command)],
    ['person', updateId('c' as CaseId, 'completeTask', { ...command, by: 'q' })],
    ['data', updateId('c' as CaseId, 'completeTask', { ...command, data: { a: 1 } })],
  ])('is another for another %s', (_, other) => {
    expect(other).not.toBe(id);
  });
});
