import { describe, expect, test } from '@jest/globals';
import { setTimeout as after } from 'node:timers/promises';
import { takingTurns } from '../../../activities/store/mongo/turns.ts';

describe('taking turns', () => {
  test('runs work of one key in order, never two at once', async () => {
    const inTurn = takingTurns(1_000);
    const seen: string[] = [];
    const work = (name: string) => () => {
      seen.push(`${name} begins`);
      return after(5).then(() => seen.push(`${name} ends`));
    };
    await Promise.all([inTurn('k', work('a')), inTurn('k', work('b')), inTurn('k', work('c'))]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  test('lets other keys go on meanwhile', async () => {
    const inTurn = takingTurns(1_000);
    const { promise, resolve } = held();
    const slow = inTurn('a', () => promise);
    expect(await inTurn('b', async () => 'b')).toBe('b');
    resolve();
    await slow;
  });

  test('goes on after work that failed, and tells only its caller', async () => {
    const inTurn = takingTurns(1_000);
    const failed = inTurn('k', () => Promise.reject(new Error('no')));
    const next = inTurn('k', async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  test('goes on after its patience when the work before it hangs', async () => {
    const inTurn = takingTurns(20);
    void inTurn('k', () => new Promise(() => {}));
    expect(await inTurn('k', async () => 'on time')).toBe('on time');
  });
});

function held(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
