import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseId } from '../../../processes/language/ids.ts';
import type { EngineView } from '../../../workflows/contract.ts';
import type { RunningWorker } from '../../../activities/worker.ts';
import { startTemporalFor } from '../../support/temporal.ts';
import type { TemporalAtHand } from '../../support/temporal.ts';
import {
  caseInput,
  graphOf,
  loopXml,
  messageXml,
  recorder,
  signedXml,
  taskAndServiceXml,
  taskId,
  timedXml,
} from './trial-case.ts';

const recorded = recorder();
let temporal: TemporalAtHand;
let worker: RunningWorker;
let number = 0;

beforeAll(async () => {
  temporal = await startTemporalFor(recorded, { deadlineMs: 5_000 });
  worker = await temporal.startWorker();
}, 180_000);
afterAll(async () => {
  await worker.stop();
  await temporal.stop();
});
beforeEach(() => {
  recorded.projectFails = 0;
  recorded.answer = () => ({ kind: 'completed', output: {} });
});

const started = async (xml: string, more: object = {}): Promise<CaseId> => {
  const id = `trial-${++number}`;
  const input = { ...caseInput(id, await graphOf(xml)), ...more };
  expect(await temporal.engine.start(input)).toEqual({ ok: true, value: undefined });
  return input.caseId;
};
const view = async (id: CaseId): Promise<EngineView> => {
  const result = await temporal.engine.view(id);
  if (!result.ok) throw new Error(`Expected a view but got ${JSON.stringify(result)}`);
  return result.value;
};
const until = async (id: CaseId, holds: (seen: EngineView) => boolean): Promise<EngineView> => {
  for (let tries = 0; tries < 100; tries++) {
    const seen = await view(id);
    if (holds(seen)) return seen;
    await pause(100);
  }
  throw new Error(`Expected case ${id} to get there but it did not`);
};
const openTask = async (id: CaseId): Promise<string> => {
  const { open } = await until(id, (seen) => seen.open.length === 1);
  return String(open[0]).slice(id.length + 1);
};
const complete = async (id: CaseId, instance: string, data = {}, more = {}) =>
  temporal.engine.completeTask(id, { taskId: taskId(id, instance), by: 'person-1', data, ...more });
const stepsOf = (id: CaseId) => recorded.steps.filter(({ caseId }) => caseId === id);
const handleOf = (id: CaseId) => temporal.env.client.workflow.getHandle(`case-${id}`);
const eventsOf = async (id: CaseId) => (await handleOf(id).fetchHistory()).events ?? [];
/** The history once the worker has nothing more to add to it. */
async function settledEvents(id: CaseId): ReturnType<typeof eventsOf> {
  for (let seen = await eventsOf(id); ;) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const now = await eventsOf(id);
    if (now.length === seen.length) return now;
    seen = now;
  }
}

describe('a human step', () => {
  test('returns after its step was projected, and steps are numbered without gaps', async () => {
    const id = await started(taskAndServiceXml);
    const answer = await complete(id, await openTask(id), { amount: 3 });
    expect(answer).toEqual({ ok: true, value: { seq: 2, open: [], ended: false } });
    expect(stepsOf(id).map(({ seq }) => seq)).toEqual(expect.arrayContaining([1, 2]));
    await until(id, ({ ended }) => ended);
    expect(stepsOf(id).map(({ seq, cause }) => [seq, cause.input, cause.by])).toEqual([
      [1, 'start', 'system:worker'],
      [2, 'taskCompleted', 'person-1'],
      [3, 'activityCompleted', 'system:worker'],
    ]);
    expect(recorded.calls.find(({ caseId }) => caseId === id)).toMatchObject({
      element: 'work',
      handler: 'makeDocument',
      input: { amount: 3, checkBy: 'person-1' },
    });
  });

  test('costs at most 8 events of history, and a refused one none', async () => {
    const id = await started(loopXml);
    const instance = await openTask(id);
    const before = (await settledEvents(id)).length;
    expect(await complete(id, '999')).toEqual({ ok: false, failure: 'notFound' });
    expect((await settledEvents(id)).map(({ eventType }) => eventType)).toHaveLength(before);
    await complete(id, instance, { round: 1 });
    expect((await settledEvents(id)).length - before).toBeLessThanOrEqual(8);
  });

  test('done twice with the same content gives the same answer, with another content a clear one', async () => {
    const id = await started(loopXml);
    const instance = await openTask(id);
    const first = await complete(id, instance, { round: 1 });
    expect(first).toMatchObject({ ok: true });
    expect(await complete(id, instance, { round: 1 })).toEqual(first);
    expect(await complete(id, instance, { round: 2 })).toEqual({ ok: false, failure: 'taskClosed' });
    expect(stepsOf(id)).toHaveLength(2);
  });

  test('sent by two people at once is taken from one of them', async () => {
    const id = await started(loopXml);
    const instance = await openTask(id);
    const answers = await Promise.all([complete(id, instance, { round: 1 }), complete(id, instance, { round: 2 })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ failure: 'taskClosed' });
  });

  test('waits for a store that is down and loses nothing', async () => {
    const id = await started(loopXml);
    const instance = await openTask(id);
    recorded.projectFails = 3;
    expect(await complete(id, instance, { round: 1 })).toMatchObject({ ok: true });
    expect(stepsOf(id).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test('that demands a signature is refused without one over its document', async () => {
    const id = await started(signedXml);
    const instance = await openTask(id);
    const signature = (document: string) => ({ signature: { document, sha256: 'a'.repeat(64) } });
    expect(await complete(id, instance)).toEqual({ ok: false, failure: 'signatureRequired' });
    expect(await complete(id, instance, {}, signature('call'))).toEqual({ ok: false, failure: 'signatureRequired' });
    expect(await complete(id, instance, {}, signature('decision'))).toMatchObject({ ok: true, value: { ended: true } });
  });
});

describe('a case', () => {
  test('is a workflow whose type is its procedure, found by unit and procedure', async () => {
    const id = await started(loopXml);
    const { type, searchAttributes, memo } = await handleOf(id).describe();
    expect({ type, searchAttributes, memo }).toEqual({
      type: 'trial',
      searchAttributes: expect.objectContaining({ ObiegUnit: ['sp-1'], ObiegProcedure: ['trial'] }),
      memo: {},
    });
  });

  test('started twice starts once', async () => {
    const id = await started(loopXml);
    expect(await temporal.engine.start(caseInput(id, await graphOf(signedXml)))).toEqual({
      ok: true,
      value: undefined,
    });
    expect((await view(id)).seq).toBe(1);
  });

  test('that is closed answers as it did, and refuses what is new', async () => {
    const id = await started(signedXml.replace('<obieg:signature document="decision" field="clerk"/>', ''));
    const instance = await openTask(id);
    const last = await complete(id, instance, { a: 1 });
    while ((await handleOf(id).describe()).status.name === 'RUNNING') await pause(50);
    expect(last).toMatchObject({ ok: true, value: { ended: true } });
    expect(await complete(id, instance, { a: 1 })).toEqual(last);
    expect(await complete(id, instance, { a: 2 })).toEqual({ ok: false, failure: 'caseClosed' });
    expect(await temporal.engine.start(caseInput(id, await graphOf(signedXml)))).toEqual({
      ok: true,
      value: undefined,
    });
  });

  test('that nobody started is not found', async () => {
    expect(await complete('nobody' as CaseId, '1')).toMatchObject({ ok: false, failure: 'notFound' });
    expect(await temporal.engine.view('nobody' as CaseId)).toMatchObject({ ok: false, failure: 'notFound' });
  });

  test('does not end when Temporal is told to cancel it', async () => {
    const id = await started(taskAndServiceXml);
    const instance = await openTask(id);
    await handleOf(id).cancel();
    expect(await complete(id, instance)).toMatchObject({ ok: true });
    await until(id, ({ ended }) => ended);
  });

  test('leaves no plain word of its data in the history', async () => {
    const id = await started(taskAndServiceXml);
    await complete(id, await openTask(id), { name: 'Zażółć Gęślą' });
    await until(id, ({ ended }) => ended);
    const history = await eventsOf(id);
    const words = JSON.stringify(history, (_, value: unknown) =>
      typeof value === 'string' ? `${value} ${Buffer.from(value, 'base64').toString('utf8')}` : value,
    );
    expect(words).not.toMatch(/Zażółć|person-1|makeDocument|Krok/);
    expect(words).toContain('binary/obieg-sealed');
  });
});

describe('the outside', () => {
  test('a handler that fails becomes an incident, and retrying it goes on with corrected variables', async () => {
    recorded.answer = ({ input }) => {
      if (input['amount'] !== 5) throw new Error('the amount is wrong');
      return { kind: 'completed', output: {} };
    };
    const id = await started(taskAndServiceXml);
    await complete(id, await openTask(id), { amount: 3 });
    const { state } = await until(id, (seen) => Object.keys(seen.state.incidents).length === 1);
    const [incident = ''] = Object.keys(state.incidents);
    expect(state.incidents[incident]).toMatchObject({
      element: 'work',
      failure: 'handlerFailed',
      detail: 'the amount is wrong',
    });
    const retry = { incident, by: 'operator', variables: { amount: 5 } };
    expect(await temporal.engine.retryIncident(id, { ...retry, incident: '99' })).toMatchObject({
      failure: 'notFound',
    });
    expect(await temporal.engine.retryIncident(id, retry)).toMatchObject({ ok: true });
    await until(id, ({ ended }) => ended);
    expect(stepsOf(id).map(({ cause }) => cause.input)).toEqual([
      'start',
      'taskCompleted',
      'activityFailed',
      'incidentRetried',
      'activityCompleted',
    ]);
  });

  test('a timer ends what was not done in time', async () => {
    const id = await started(timedXml('PT1S'));
    const instance = await openTask(id);
    const { state } = await until(id, ({ ended }) => ended);
    expect(state.outcome).toBe('expired');
    expect(await complete(id, instance)).toMatchObject({ ok: false, failure: 'caseClosed' });
  });

  test('a completion that comes in the same activation as the deadline wins', async () => {
    const id = await started(timedXml('PT2S'));
    const instance = await openTask(id);
    await worker.stop();
    const answer = pause(2_500).then(() => complete(id, instance, {}));
    await pause(3_000);
    worker = await temporal.startWorker();
    expect(await answer).toMatchObject({ ok: true, value: { ended: true } });
    expect((await view(id)).state.outcome).toBe('done');
  });

  test('a message is taken once, by its name', async () => {
    const id = await started(messageXml);
    const message = { name: 'odwolanie', messageId: 'm-1', by: 'applicant', variables: { reason: 'r' } };
    expect(await temporal.engine.deliverMessage(id, { ...message, name: 'other' })).toMatchObject({
      failure: 'notFound',
    });
    expect(await temporal.engine.deliverMessage(id, message)).toMatchObject({ ok: true, value: { ended: true } });
    expect(stepsOf(id).at(-1)?.cause).toMatchObject({ input: 'messageArrived', by: 'applicant', messageId: 'm-1' });
  });
});

test('a long case goes on as a new run with its state, numbers and timers', async () => {
  const id = await started(loopXml, { updatesPerRun: 2 });
  const { runId } = await handleOf(id).describe();
  for (let round = 1; round <= 4; round++)
    expect(await complete(id, await openTask(id), { round })).toMatchObject({ ok: true });
  expect((await handleOf(id).describe()).runId).not.toBe(runId);
  await until(id, ({ state }) => Object.keys(state.timers).length === 0);
  expect(await complete(id, await openTask(id), { round: 5 })).toMatchObject({ ok: true, value: { ended: true } });
  expect(stepsOf(id).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(stepsOf(id).filter(({ cause }) => cause.input === 'timerFired')).toHaveLength(1);
});

describe('an engine that does not answer', () => {
  test('is told as such within the deadline when there is no worker', async () => {
    const id = await started(loopXml);
    const instance = await openTask(id);
    await worker.stop();
    const answer = await complete(id, instance, { round: 1 });
    expect(answer).toMatchObject({ ok: false, failure: 'engineUnavailable', retryAfterSeconds: 5 });
    worker = await temporal.startWorker();
    expect(await complete(id, instance, { round: 1 })).toMatchObject({ ok: true });
    expect(stepsOf(id).filter(({ cause }) => cause.input === 'taskCompleted')).toHaveLength(1);
  });
});
