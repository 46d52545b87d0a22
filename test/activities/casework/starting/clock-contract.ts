import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { CaseEngine } from '../../../../activities/casework/case-engine.ts';
import type { Timetable } from './timetable.ts';

type Open = {
  table: Timetable;
  engine: Pick<CaseEngine, 'keepTime' | 'clocks'>;
  now: () => Date;
  /** lets that much time pass, in milliseconds */
  pass: (milliseconds: number) => Promise<void>;
};

/** What every engine does with the clock of a timer start event. */
export function clockContract(open: () => Open): void {
  let clocks = 0;
  const fresh = (rounds: number[]) => {
    const { table, engine, now, pass } = open();
    const from = now().getTime();
    const times = rounds.map((after) => new Date(from + after).toISOString());
    Object.assign(table, { rounds: times, begun: [], asked: [], fails: 0 });
    const clock = { procedureId: 'yearly-review', element: `start${(clocks += 1)}` };
    const runs = async (): Promise<boolean> => {
      const running = await engine.clocks();
      return running.ok && running.value.has(`start-yearly-review-${clock.element}`);
    };
    /** waits as long as it takes, for an engine that is told and one that is asked are not equally quick */
    const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
      for (let tries = 0; tries < 100; tries += 1) {
        if (await holds()) return;
        await pause(100);
      }
      throw new Error(`Expected it to get there but it asked ${JSON.stringify(table.asked)}`);
    };
    return { clock, table, times, engine, pass, runs, until };
  };

  describe('the clock of a timer start event', () => {
    test('begins each round when it is due, one after the other, and ends after the last', async () => {
      const { clock, table, times, engine, pass, runs, until } = fresh([1_000, 2_000]);
      expect(await engine.keepTime(clock)).toEqual({ ok: true, value: undefined });
      await until(runs);
      expect(table.begun).toEqual([]);
      await pass(1_500);
      await until(() => table.begun.length === 1);
      await pass(1_500);
      await until(async () => !(await runs()));
      expect(table.begun).toEqual(times);
      expect(table.asked.every(({ procedureId, element }) => procedureId && element === clock.element)).toBe(true);
    });

    test('begins what was due before it ran, at once', async () => {
      const { clock, table, times, engine, runs, until } = fresh([-5_000, -4_000, 3_600_000]);
      await engine.keepTime(clock);
      await until(runs);
      await until(() => table.begun.length === 2);
      expect(table.begun).toEqual(times.slice(0, 2));
    });

    test('runs once however often it is kept, and looks again each time', async () => {
      const { clock, table, engine, runs, until } = fresh([3_600_000]);
      for (let kept = 1; kept <= 3; kept += 1) {
        const before = table.asked.length;
        await engine.keepTime(clock);
        await until(() => table.asked.length > before);
      }
      expect(await runs()).toBe(true);
      table.rounds = [];
      await engine.keepTime(clock);
      await until(async () => !(await runs()));
      expect(table.begun).toEqual([]);
    });

    test('goes on from the round it began, not from the first', async () => {
      const { clock, table, times, engine, pass, until } = fresh([-2_000, 1_000, 3_600_000]);
      await engine.keepTime(clock);
      await until(() => table.begun.length === 1);
      await pass(1_500);
      await until(() => table.begun.length === 2);
      await until(() => table.asked.at(-1)?.after !== undefined);
      expect(table.begun).toEqual(times.slice(0, 2));
    });
  });
}
