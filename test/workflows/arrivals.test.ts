import { describe, expect, test } from '@jest/globals';
import { createArrivals, type Coming } from '../../workflows/arrivals.ts';
import type { Input } from '../../workflows/engine/contract.ts';

const timer = (id: string): Input => ({ kind: 'timerFired', timer: id });
const completion = (instance: string): Input => ({ kind: 'taskCompleted', instance, by: 'p', data: {} });
const answer = (instance: string): Input => ({ kind: 'activityCompleted', instance, output: {} });

const takenOf = (inputs: Input[]): Coming[] => {
  const arrivals = createArrivals();
  inputs.forEach((input) => arrivals.add({ input, by: 'x' }));
  const taken: Coming[] = [];
  for (let next = arrivals.next(); next; next = arrivals.next()) taken.push(next.input);
  return taken;
};

describe('inputs wait for their turn', () => {
  test('in order of arrival, timers last', () => {
    expect(takenOf([timer('1'), completion('2'), timer('3'), answer('4')])).toEqual([
      completion('2'),
      answer('4'),
      timer('1'),
      timer('3'),
    ]);
  });

  test('and a timer that is withdrawn meanwhile is forgotten', () => {
    const arrivals = createArrivals();
    arrivals.add({ input: timer('1'), by: 'x' });
    arrivals.dropTimer('2');
    expect(arrivals.isEmpty()).toBe(false);
    arrivals.dropTimer('1');
    expect(arrivals.isEmpty()).toBe(true);
  });

  test('and a completion that waits is known, so that a second one can be refused', () => {
    const arrivals = createArrivals();
    arrivals.add({ input: completion('1'), by: 'x' });
    expect([arrivals.completes('1'), arrivals.completes('2')]).toEqual([true, false]);
    arrivals.next();
    expect(arrivals.completes('1')).toBe(false);
  });
});
