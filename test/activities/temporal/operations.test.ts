import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseId, DefinitionHash } from '../../../processes/language/ids.ts';
import type { EngineView, Operate } from '../../../workflows/contract.ts';
import type { RunningWorker } from '../../../activities/worker.ts';
import { startTemporalFor } from '../../support/temporal.ts';
import type { TemporalAtHand } from '../../support/temporal.ts';
import { rowXml } from '../models/model-xml.ts';
import {
  caseInput,
  graphOf,
  loopXml,
  recorder,
  signalXml,
  taskAndServiceXml,
  taskId,
  timedXml,
  userTask,
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
  recorded.answer = () => ({ kind: 'completed', output: {} });
});

const started = async (xml: string, more: object = {}): Promise<CaseId> => {
  const id = `operated-${++number}`;
  await temporal.engine.start({ ...caseInput(id, await graphOf(xml)), ...more });
  return id as CaseId;
};
const until = async (id: CaseId, holds: (seen: EngineView) => boolean): Promise<EngineView> => {
  for (let tries = 0; tries < 100; tries++) {
    const seen = await temporal.engine.view(id);
    if (seen.ok && holds(seen.value)) return seen.value;
    await pause(100);
  }
  throw new Error(`Expected case ${id} to get there but it did not`);
};
const instanceOf = async (id: CaseId, element: string): Promise<string> => {
  const at = ({ state }: EngineView) => Object.entries(state.instances).find(([, each]) => each.element === element);
  return at(await until(id, (seen) => at(seen) !== undefined))?.[0] ?? '';
};
type Done<Kind> = Omit<Extract<Operate, { kind: Kind }>, 'by' | 'requestId'>;
const operate = <Kind extends Operate['kind']>(id: CaseId, operation: Done<Kind>) =>
  temporal.engine.operate(id, { ...operation, by: 'admin', requestId: `r${++number}` } as unknown as Operate);
const complete = async (id: CaseId, element: string, data = {}) =>
  temporal.engine.completeTask(id, { taskId: taskId(id, await instanceOf(id, element)), by: 'person', data });
const causes = (id: CaseId) =>
  recorded.steps
    .filter(({ caseId }) => caseId === id)
    .map(({ cause: { input, by, element, about } }) => [input, by, element, about]);
/** a workflow task is scheduled, or started */
const underWay: number[] = [5, 6];
/** The history of a case that rests: its last workflow task may still be on its way when a query answers. */
const eventTypes = async (id: CaseId): Promise<number[]> => {
  for (;;) {
    const { events } = await temporal.env.client.workflow.getHandle(`case-${id}`).fetchHistory();
    const types = (events ?? []).map(({ eventType }) => eventType ?? 0);
    if (!underWay.includes(types.at(-1) ?? 0)) return types;
    await pause(20);
  }
};

const migration = async (xml: string, mapping = {}) => ({
  graph: await graphOf(xml),
  mapping,
  definition: `e${++number}`.padEnd(64, 'e') as DefinitionHash,
  version: 2,
  by: 'admin',
  requestId: `m${++number}`,
});
describe('an operator', () => {
  test('suspends a case, which keeps what comes, and resumes it', async () => {
    const id = await started(taskAndServiceXml);
    const check = await instanceOf(id, 'check');
    expect(await operate<'caseSuspended'>(id, { kind: 'caseSuspended' })).toMatchObject({ ok: true });
    expect(await complete(id, 'check')).toEqual({ ok: false, failure: 'caseSuspended' });
    expect(await operate<'caseSuspended'>(id, { kind: 'caseSuspended' })).toMatchObject({ failure: 'conflict' });
    await operate<'variablesCorrected'>(id, { kind: 'variablesCorrected', variables: { amount: 7 } });
    await operate<'caseResumed'>(id, { kind: 'caseResumed' });
    expect(await temporal.engine.completeTask(id, { taskId: taskId(id, check), by: 'p', data: {} })).toMatchObject({
      ok: true,
    });
    await until(id, ({ ended }) => ended);
    expect(causes(id).slice(1, 4)).toEqual([
      ['caseSuspended', 'admin', undefined, undefined],
      ['variablesCorrected', 'admin', undefined, 'amount'],
      ['caseResumed', 'admin', undefined, undefined],
    ]);
    expect(recorded.calls.find(({ caseId }) => caseId === id)).toMatchObject({ input: { amount: 7 } });
  });

  test('moves, adds and ends tokens; what cannot be is refused and writes no history', async () => {
    const id = await started(rowXml([userTask('one'), userTask('two')]));
    const one = await instanceOf(id, 'one');
    const before = await eventTypes(id);
    expect(await operate<'tokenMoved'>(id, { kind: 'tokenMoved', instance: one, to: 'nowhere' })).toMatchObject({
      failure: 'unknownReference',
    });
    expect(await eventTypes(id)).toEqual(before);
    await operate<'tokenMoved'>(id, { kind: 'tokenMoved', instance: one, to: 'two' });
    await operate<'tokenAdded'>(id, { kind: 'tokenAdded', to: 'one' });
    await operate<'tokenEnded'>(id, { kind: 'tokenEnded', instance: await instanceOf(id, 'one') });
    expect(await complete(id, 'two')).toMatchObject({ ok: true, value: { ended: true } });
    expect(causes(id).slice(1, 4)).toEqual([
      ['tokenMoved', 'admin', 'one', 'two'],
      ['tokenAdded', 'admin', undefined, 'one'],
      ['tokenEnded', 'admin', 'one', undefined],
    ]);
  });

  test('cancels a case', async () => {
    const id = await started(loopXml);
    expect(await operate<'caseCancelled'>(id, { kind: 'caseCancelled' })).toMatchObject({
      ok: true,
      value: { ended: true },
    });
    expect(await operate<'caseResumed'>(id, { kind: 'caseResumed' })).toMatchObject({ failure: 'caseClosed' });
  });

  test('asks the same twice and gets the same answer', async () => {
    const id = await started(rowXml([userTask('one')]));
    const added: Operate = { kind: 'tokenAdded', to: 'one', by: 'admin', requestId: 'once' };
    const first = await temporal.engine.operate(id, added);
    expect(await temporal.engine.operate(id, added)).toEqual(first);
    expect((await until(id, () => true)).open).toHaveLength(2);
  });
});

describe('a migration', () => {
  test('is planned first, refused with every problem without a trace, and applied as a whole', async () => {
    const id = await started(rowXml([userTask('one')]));
    const to = await migration(rowXml([userTask('first'), userTask('second')]));
    const before = (await instanceOf(id, 'one')) && (await eventTypes(id));
    const problems = [{ at: 'one', code: 'migration.elementMissing', values: { to: 'one' } }];
    const plan = await temporal.engine.planMigration(id, to);
    expect(plan).toMatchObject({ ok: true, value: { problems, moves: [{ from: 'one', to: 'one' }] } });
    expect(await temporal.engine.migrate(id, to)).toEqual({ ok: false, failure: 'migrationRefused', problems });
    expect(await eventTypes(id)).toEqual(before);
    expect(await temporal.engine.migrate(id, { ...to, mapping: { one: 'first' } })).toMatchObject({ ok: true });
    expect(await temporal.engine.migrate(id, { ...to, requestId: 'again' })).toMatchObject({ failure: 'conflict' });
    await complete(id, 'first');
    expect(await complete(id, 'second')).toMatchObject({ ok: true, value: { ended: true } });
    const migrated = recorded.steps.find(({ caseId, cause }) => caseId === id && cause.input === 'caseMigrated');
    expect(migrated).toMatchObject({ definition: to.definition, version: 2, cause: { by: 'admin', about: '2' } });
  });

  test('stops the timer that is gone and starts the one that is new', async () => {
    const id = await started(timedXml('PT1H'));
    await instanceOf(id, 'check');
    const to = await migration(timedXml('PT1S').replaceAll('"late"', '"soon"'));
    expect(await temporal.engine.migrate(id, to)).toMatchObject({ ok: true });
    expect((await until(id, ({ ended }) => ended)).state.outcome).toBe('expired');
    expect(await eventTypes(id)).toEqual(expect.arrayContaining([/* timer fired, timer cancelled */ 18, 19]));
  });

  test('is carried into the next run of a long case', async () => {
    const id = await started(loopXml, { updatesPerRun: 2 });
    const to = await migration(loopXml.replaceAll('"again"', '"onceMore"'), { again: 'onceMore' });
    await complete(id, 'again', { round: 1 });
    expect(await temporal.engine.migrate(id, to)).toMatchObject({ ok: true });
    await complete(id, 'onceMore', { round: 2 });
    await complete(id, 'onceMore', { round: 3 });
    expect((await until(id, () => true)).definition).toBe(to.definition);
    await complete(id, 'onceMore', { round: 5 });
    await until(id, ({ ended }) => ended);
  });

  test('leaves a handler at work alone, and calls the one of the new version instead of another', async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    recorded.answer = (call) => {
      if (call.handler === 'makeDocument') return held.then(() => ({ kind: 'completed', output: {} })) as never;
      return { kind: 'completed', output: { by: call.handler } };
    };
    const id = await started(taskAndServiceXml);
    await complete(id, 'check');
    await instanceOf(id, 'work');
    const to = await migration(taskAndServiceXml.replaceAll('makeDocument', 'notifyApplicant'));
    expect(await temporal.engine.migrate(id, to)).toMatchObject({ ok: true });
    const { state } = await until(id, ({ ended }) => ended);
    answer();
    expect(state.variables).toMatchObject({ by: 'notifyApplicant' });
  });
});

describe('a signal', () => {
  test('that a case throws goes out once, under an id of its own, before the case is over', async () => {
    const id = await started(signalXml('Throw', 'tell'));
    await until(id, ({ ended }) => ended);
    const sent = () => recorded.signals.filter(({ from }) => from === id);
    for (let tries = 0; tries < 50 && sent().length === 0; tries++) await pause(100);
    expect(sent()).toEqual([{ from: id, id: expect.stringContaining(`${id}.1.`), signal: 'reopened', variables: {} }]);
  });

  test('is taken once by a case that waits, and refused by one that does not', async () => {
    const id = await started(signalXml('Catch', 'wait'));
    await instanceOf(id, 'wait');
    const signal = { signal: 'reopened', id: 'other.1.0', by: 'system:signal', variables: {} };
    expect(await temporal.engine.deliverSignal(id, { ...signal, signal: 'unheard' })).toMatchObject({
      failure: 'notFound',
    });
    expect(await temporal.engine.deliverSignal(id, signal)).toMatchObject({ ok: true, value: { ended: true } });
    expect(await temporal.engine.deliverSignal(id, { ...signal, id: 'x' })).toMatchObject({ failure: 'caseClosed' });
  });
});

describe('a case that is terminated', () => {
  test('runs no more, and terminating it again is no failure', async () => {
    const id = await started(loopXml);
    await instanceOf(id, 'again');
    expect(await temporal.engine.terminate(id, 'removed')).toEqual({ ok: true, value: undefined });
    expect(await temporal.engine.terminate(id, 'removed')).toEqual({ ok: true, value: undefined });
    expect(await temporal.engine.terminate('nobody' as CaseId, 'removed')).toEqual({ ok: true, value: undefined });
    const { status } = await temporal.env.client.workflow.getHandle(`case-${id}`).describe();
    expect(status.name).toBe('TERMINATED');
  });
});
