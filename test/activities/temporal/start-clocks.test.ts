import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningWorker } from '../../../activities/worker.ts';
import { startTemporalFor } from '../../support/temporal.ts';
import type { TemporalAtHand } from '../../support/temporal.ts';
import { clockContract } from '../casework/starting/clock-contract.ts';
import { timetable } from '../casework/starting/timetable.ts';
import { startXml, timerXml } from '../casework/starting/timed-procedure.ts';
import { caseInput, graphOf, recorder } from './trial-case.ts';

const table = timetable();
const recorded = recorder();
let temporal: TemporalAtHand;
let worker: RunningWorker;

beforeAll(async () => {
  temporal = await startTemporalFor({ ...recorded, beginDue: (asked) => table.beginDue(asked) }, { deadlineMs: 5_000 });
  worker = await temporal.startWorker();
}, 180_000);
afterAll(async () => {
  await worker.stop();
  await temporal.stop();
});

clockContract(() => ({
  table,
  engine: temporal.engine,
  now: () => new Date(),
  pass: (milliseconds) => pause(milliseconds),
}));

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await pause(100);
  expect(holds()).toBe(true);
};
const soon = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

describe('the clock on Temporal', () => {
  test('begins once what was due while there was no worker', async () => {
    const rounds = [soon(1_500), soon(3_600_000)];
    Object.assign(table, { rounds, begun: [], asked: [] });
    await temporal.engine.keepTime({ procedureId: 'yearly-review', element: 'away' });
    await until(() => table.asked.length === 1);
    await worker.stop();
    await pause(2_000);
    expect(table.begun).toEqual([]);
    worker = await temporal.startWorker();
    await until(() => table.begun.length === 1);
    await pause(500);
    expect(table.begun).toEqual(rounds.slice(0, 1));
  });

  test('waits for a store that is down', async () => {
    const rounds = [soon(500)];
    Object.assign(table, { rounds, begun: [], asked: [], fails: 2 });
    await temporal.engine.keepTime({ procedureId: 'yearly-review', element: 'store' });
    await until(() => table.begun.length === 1);
    expect(table.begun).toEqual(rounds);
  });

  test('is there while no worker runs, so that nothing is lost of what is deployed then', async () => {
    await worker.stop();
    Object.assign(table, { rounds: [soon(200)], begun: [], asked: [] });
    const clock = { procedureId: 'yearly-review', element: 'nobody' };
    expect(await temporal.engine.keepTime(clock)).toEqual({ ok: true, value: undefined });
    expect(await temporal.engine.keepTime(clock)).toEqual({ ok: true, value: undefined });
    worker = await temporal.startWorker();
    await until(() => table.begun.length === 1);
  });
});

test('a case that is begun at a start event begins there', async () => {
  const graph = await graphOf(startXml(timerXml('timeCycle', 'R/P1Y')));
  const input = caseInput('clocked-1', graph, { dueAt: '2026-10-24T08:00:00.000Z' });
  expect(await temporal.engine.start({ ...input, beginAt: 'yearly' })).toMatchObject({ ok: true });
  await until(() => recorded.steps.some(({ caseId }) => caseId === 'clocked-1'));
  const [first] = recorded.steps.filter(({ caseId }) => caseId === 'clocked-1');
  expect(first?.effects).toContainEqual(expect.objectContaining({ kind: 'elementEntered', element: 'yearly' }));
});
