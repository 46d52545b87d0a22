import { expect, test } from '@jest/globals';
import { createCoreClocks } from '../../../support/core-clocks.ts';
import { testClock } from '../../../support/world.ts';
import { clockContract } from './clock-contract.ts';
import { timetable } from './timetable.ts';

const time = testClock('2026-10-24T08:00:00.000Z');
let down = false;
const table = timetable();
const clocks = createCoreClocks(
  table,
  () => time().toISOString(),
  () => down,
);

clockContract(() => ({
  table,
  engine: clocks,
  now: time,
  async pass(milliseconds) {
    time.forward(milliseconds);
    await clocks.advance();
  },
}));

test('an engine that is down keeps no time and names no clocks', async () => {
  down = true;
  expect(await clocks.keepTime({ procedureId: 'yearly-review', element: 'yearly' })).toMatchObject({
    failure: 'engineUnavailable',
  });
  expect(await clocks.clocks()).toMatchObject({ failure: 'engineUnavailable' });
  down = false;
});
