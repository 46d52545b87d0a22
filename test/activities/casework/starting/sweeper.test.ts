import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { deploy } from '../../../../activities/casework/deploy.ts';
import { startSweeper } from '../../../../activities/casework/starting/sweeper.ts';
import { createWorld } from '../../../support/world.ts';
import type { World } from '../../../support/world.ts';
import { startXml, timedProcedure, timerXml } from './timed-procedure.ts';

let world: World;
let sweeper: ReturnType<typeof startSweeper> | undefined;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => sweeper?.stop());

test('the sweeper sees to the clocks at once when it starts, and again in a while', async () => {
  const actor = { kind: 'system', name: 'test' } as const;
  world.engine.down = true;
  await deploy(world.desk, actor, timedProcedure(startXml(timerXml('timeCycle', 'R/P1Y'))));
  world.engine.down = false;
  const running = async (): Promise<string[]> => {
    const clocks = await world.engine.clocks();
    return clocks.ok ? [...clocks.value] : [];
  };
  const until = async (ids: string[]): Promise<void> => {
    for (let tries = 0; tries < 200 && (await running()).join() !== ids.join(); tries += 1) await pause(10);
    expect(await running()).toEqual(ids);
  };
  expect(await running()).toEqual([]);
  sweeper = startSweeper(world.desk, 1, (error) => {
    throw error;
  });
  await until(['start-yearly-review-yearly']);
  world.engine.down = true;
  await deploy(world.desk, actor, timedProcedure(startXml(timerXml('timeCycle', 'R/P1Y'), { start: 'later' })));
  world.engine.down = false;
  await until(['start-yearly-review-later']);
});
