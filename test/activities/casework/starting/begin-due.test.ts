import { beforeEach, describe, expect, test } from '@jest/globals';
import { beginDue } from '../../../../activities/casework/starting/begin-due.ts';
import { createTimekeeper } from '../../../../activities/casework/starting/start-clocks.ts';
import { deploy } from '../../../../activities/casework/deploy.ts';
import { systemScope } from '../../../../activities/store/scope.ts';
import type { UnitId } from '../../../../processes/language/ids.ts';
import type { CaseRecord } from '../../../../activities/store/records.ts';
import type { ProcedureBundle } from '../../../../activities/casework/office.ts';
import { createWorld } from '../../../support/world.ts';
import type { World } from '../../../support/world.ts';
import { startXml, timedProcedure, timerXml } from './timed-procedure.ts';

const all = systemScope('test');
const procedureId = 'yearly-review';
let world: World;
beforeEach(async () => {
  world = await createWorld('2026-10-23T08:00:00.000Z');
});

const timed = (kind: 'timeCycle' | 'timeDate', text: string, more = {}): ProcedureBundle =>
  timedProcedure(startXml(timerXml(kind, text), more));
const daily = timed('timeCycle', 'R/P1D');
async function deployed(bundle: ProcedureBundle): Promise<void> {
  const answer = await deploy(world.desk, { kind: 'system', name: 'test' }, bundle);
  if (!answer.ok) throw new Error(`Expected it to deploy but: ${JSON.stringify(answer)}`);
}
/** Time passes to that instant, an hour at a time. */
async function until(instant: string): Promise<void> {
  while (world.clock().toISOString() < instant) {
    world.clock.forward(3_600_000);
    await world.engine.advance();
  }
}
/** Time passes while Temporal is down. */
const outage = (instant: string): void => {
  world.engine.down = true;
  world.clock.set(instant);
};
async function begun(): Promise<CaseRecord[]> {
  return (await world.store.cases.list(all, { procedureId })).rows.toReversed();
}
const rounds = async (): Promise<unknown[]> => (await begun()).map(({ variables }) => variables['dueAt']);

describe('a case that begins by itself', () => {
  test('is a case of the department like any other: number, term, task and record, by the clock', async () => {
    await deployed(daily);
    await until('2026-10-24T09:00:00.000Z');
    const [record, ...others] = await begun();
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      number: expect.stringMatching(/^\w+\.4120\.1\.2026$/),
      unit: 'wydzial',
      beginAt: 'yearly',
      status: 'open',
      filedOn: '2026-10-24',
      term: { dueOn: '2026-11-02' },
      variables: { channel: 'schedule', dueAt: '2026-10-24T08:00:00.000Z', unit: 'wydzial' },
    });
    expect(record?.steps.map(({ element }) => element)).toEqual(['yearly', 'review']);
    const [entry] = await world.store.record.ofCase(all, record!._id);
    expect(entry).toMatchObject({ action: 'caseFiled', actor: 'system:clock' });
    expect((await world.store.tasks.list(all, { procedureId, state: 'open' })).total).toBe(1);
  });

  test('belongs to the unit that the manifest names', async () => {
    await deployed({ ...daily, manifest: { ...daily.manifest, unit: 'sp-1' } });
    await until('2026-10-24T09:00:00.000Z');
    expect(await begun()).toMatchObject([{ unit: 'sp-1', number: 'SP1.4120.1.2026' }]);
  });

  test('waits for a unit that is not there yet, and is then begun', async () => {
    world.engine.down = true;
    await deployed({ ...daily, manifest: { ...daily.manifest, unit: 'new-school' } });
    const asked = { procedureId, element: 'yearly', now: '2026-10-24T09:00:00.000Z' };
    await expect(beginDue(world.desk, asked)).rejects.toThrow('Expected the unit new-school');
    const unit = { kind: 'school', name: 'Nowa', address: 'Szkolna 1', symbol: 'NS' } as const;
    await world.store.units.put({ ...unit, id: 'new-school' as UnitId });
    world.clock.forward(61_000);
    await beginDue(world.desk, asked);
    expect(await begun()).toMatchObject([{ number: 'NS.4120.1.2026', status: 'received' }]);
  });

  test('begins once each day by the clocks of Warsaw, whose day is 25 hours long when they change', async () => {
    await deployed(daily);
    await until('2026-10-26T10:00:00.000Z');
    expect(await rounds()).toEqual([
      '2026-10-24T08:00:00.000Z',
      '2026-10-25T09:00:00.000Z',
      '2026-10-26T09:00:00.000Z',
    ]);
  });

  test('begins when its day does, and only as often as the cycle says', async () => {
    await deployed(timed('timeCycle', 'R2/2026-10-25/P1D'));
    await until('2026-10-29T00:00:00.000Z');
    expect(await rounds()).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
    expect(await world.engine.clocks()).toEqual({ ok: true, value: new Set() });
  });

  test('begins at a date that an expression gives when it is deployed, and not for one that had passed', async () => {
    await deployed(timed('timeDate', '=now() + duration("PT2H")'));
    await until('2026-10-23T12:00:00.000Z');
    expect(await rounds()).toEqual(['2026-10-23T10:00:00.000Z']);
    await deployed(timed('timeDate', '2026-10-01T08:00:00'));
    await until('2026-10-23T15:00:00.000Z');
    expect(await begun()).toHaveLength(1);
  });

  test('begins once, however often the clock asks', async () => {
    await deployed(daily);
    world.clock.set('2026-10-25T12:00:00.000Z');
    const deps = { ...world.desk };
    const asked = { procedureId, element: 'yearly', now: world.clock().toISOString() };
    const answer = { after: '2026-10-25T09:00:00.000Z', next: '2026-10-26T09:00:00.000Z' };
    expect(await Promise.all([beginDue(deps, asked), beginDue(deps, asked)])).toEqual([answer, answer]);
    expect(await beginDue(deps, asked)).toEqual(answer);
    expect(await rounds()).toEqual(['2026-10-24T08:00:00.000Z', '2026-10-25T09:00:00.000Z']);
  });
});

describe('a version', () => {
  test('replaces the rounds of the one before from its deployment on', async () => {
    await deployed(timed('timeCycle', 'R/PT4H'));
    await until('2026-10-23T13:00:00.000Z');
    await deployed(timed('timeCycle', 'R/PT6H'));
    await until('2026-10-24T02:00:00.000Z');
    expect((await begun()).map(({ version, variables }) => [version, variables['dueAt']])).toEqual([
      [1, '2026-10-23T12:00:00.000Z'],
      [2, '2026-10-23T19:00:00.000Z'],
      [2, '2026-10-24T01:00:00.000Z'],
    ]);
  });

  test('without a timer begins no more cases, and its clock ends', async () => {
    await deployed(daily);
    await until('2026-10-24T09:00:00.000Z');
    await deployed(timedProcedure(startXml('')));
    await until('2026-10-27T00:00:00.000Z');
    expect(await begun()).toHaveLength(1);
    expect(await world.engine.clocks()).toEqual({ ok: true, value: new Set() });
  });

  test('with the timer on another start event is watched there alone', async () => {
    await deployed(daily);
    await deployed(timed('timeCycle', 'R/PT6H', { start: 'oftener' }));
    expect(await world.engine.clocks()).toEqual({ ok: true, value: new Set(['start-yearly-review-oftener']) });
    await until('2026-10-24T09:00:00.000Z');
    expect((await begun()).map(({ beginAt }) => beginAt)).toEqual(Array.from({ length: 4 }, () => 'oftener'));
  });
});

describe('an outage', () => {
  test('of Temporal loses no round and doubles none', async () => {
    await deployed(daily);
    outage('2026-10-26T12:00:00.000Z');
    world.engine.down = false;
    await world.engine.advance();
    await world.engine.advance();
    expect(await rounds()).toEqual([
      '2026-10-24T08:00:00.000Z',
      '2026-10-25T09:00:00.000Z',
      '2026-10-26T09:00:00.000Z',
    ]);
  });

  test('while a version is deployed: stored at once, watched when Temporal is back, with the rounds that were due', async () => {
    world.engine.down = true;
    const keepClocks = createTimekeeper(world.desk);
    await deployed(daily);
    await keepClocks();
    outage('2026-10-24T12:00:00.000Z');
    await keepClocks();
    world.engine.down = false;
    await keepClocks();
    expect(await rounds()).toEqual(['2026-10-24T08:00:00.000Z']);
    await until('2026-10-25T10:00:00.000Z');
    expect(await begun()).toHaveLength(2);
  });

  test('over a round of the old version, in which a new one is deployed, still begins the case of the old', async () => {
    await deployed(timed('timeCycle', 'R/PT4H'));
    outage('2026-10-23T13:00:00.000Z');
    await deployed(timed('timeCycle', 'R/PT6H'));
    world.clock.set('2026-10-23T17:00:00.000Z');
    world.engine.down = false;
    await world.engine.advance();
    await createTimekeeper(world.desk)();
    await until('2026-10-23T20:00:00.000Z');
    expect((await begun()).map(({ version, variables }) => [version, variables['dueAt']])).toEqual([
      [1, '2026-10-23T12:00:00.000Z'],
      [2, '2026-10-23T19:00:00.000Z'],
    ]);
  });

  test('in which the timer was taken away ends its clock when Temporal is back', async () => {
    await deployed(daily);
    world.engine.down = true;
    await deployed(timedProcedure(startXml('')));
    world.engine.down = false;
    await createTimekeeper(world.desk)();
    expect(await world.engine.clocks()).toEqual({ ok: true, value: new Set() });
  });

  test('of the product doubles nothing: a new process watches what is watched and begins nothing again', async () => {
    await deployed(daily);
    await until('2026-10-25T10:00:00.000Z');
    for (let restart = 0; restart < 3; restart += 1) await createTimekeeper(world.desk)();
    await deployed(daily);
    await world.engine.advance();
    expect(await begun()).toHaveLength(2);
    expect(await world.engine.clocks()).toEqual({ ok: true, value: new Set(['start-yearly-review-yearly']) });
  });
});

test('the procedure tells when its next case begins by itself', async () => {
  await deployed(timed('timeCycle', 'R2/P1D'));
  const told = async (hash?: Parameters<typeof world.office.procedure>[1]) => {
    const answer = await world.office.procedure(procedureId, hash);
    return answer.ok ? answer.value.nextStart : answer;
  };
  expect(await told()).toEqual({ at: '2026-10-24T08:00:00.000Z' });
  await until('2026-10-24T09:00:00.000Z');
  expect(await told()).toEqual({ at: '2026-10-25T09:00:00.000Z' });
  await until('2026-10-25T12:00:00.000Z');
  expect(await told()).toEqual({});
  const first = await world.store.definitions.newest(procedureId);
  await deployed(timedProcedure(startXml('')));
  expect(await told()).toBeUndefined();
  expect(await told(first)).toBeUndefined();
});
