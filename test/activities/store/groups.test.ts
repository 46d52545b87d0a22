import { describe, expect, test } from '@jest/globals';
import { inGroups } from '../../../activities/store/mongo/groups.ts';

type Item = { key: string; name: string };
const item = (name: string, key = name): Item => ({ key, name });

class Away extends Error {}

type Hand = { lanes?: number; sharing?: boolean; weights?: Record<string, number> };

/** Runs groups by hand: each waits until it is let go, and is written down. */
function byHand({ lanes = 1, sharing = false, weights = {} }: Hand = {}) {
  const groups: string[][] = [];
  const holds: ((outcome: Error | undefined) => void)[] = [];
  const add = inGroups<Item, string>({
    keyOf: ({ key }) => key,
    sharing,
    lanes,
    weightOf: ({ name }) => weights[name] ?? 1,
    isOutOfReach: (error) => error instanceof Away,
    async run(items) {
      groups.push(items.map(({ name }) => name));
      const outcome = await new Promise<Error | undefined>((resolve) => holds.push(resolve));
      if (outcome) throw outcome;
      return items.map(({ name }) => `${name} done`);
    },
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    add,
    groups,
    /** lets the group that began first end */
    async end(outcome?: Error) {
      holds.shift()?.(outcome);
      await settled();
    },
  };
}

describe('grouping', () => {
  test('begins at once when nothing is at work, and gathers what comes meanwhile', async () => {
    const hand = byHand();
    const answers = Promise.all(['a', 'b', 'c'].map((name) => hand.add(item(name))));
    expect(hand.groups).toEqual([['a']]);
    await hand.end();
    expect(hand.groups).toEqual([['a'], ['b', 'c']]);
    await hand.end();
    expect(await answers).toEqual(['a done', 'b done', 'c done']);
  });

  test('never has a key at work in two groups', async () => {
    const hand = byHand({ lanes: 2, sharing: true });
    void hand.add(item('a', 'k'));
    void hand.add(item('b', 'k'));
    void hand.add(item('c', 'l'));
    void hand.add(item('d', 'k'));
    expect(hand.groups).toEqual([['a'], ['c']]);
    await hand.end();
    expect(hand.groups).toEqual([['a'], ['c'], ['b', 'd']]);
  });

  test('keeps items of one key in groups one after the other where they may not share one', async () => {
    const hand = byHand();
    for (const one of [item('x'), item('a', 'k'), item('b', 'k'), item('c', 'l')]) void hand.add(one);
    await hand.end();
    await hand.end();
    expect(hand.groups).toEqual([['x'], ['a', 'c'], ['b']]);
  });

  test('tries the items of a group that failed one by one, so that only the bad one fails', async () => {
    const hand = byHand();
    const [first, good, bad] = ['x', 'good', 'bad'].map((name) => hand.add(item(name)));
    const refused = expect(bad).rejects.toThrow('bad');
    await hand.end();
    await hand.end(new Error('one of them'));
    await hand.end();
    await hand.end(new Error('bad'));
    expect(hand.groups).toEqual([['x'], ['good', 'bad'], ['good'], ['bad']]);
    expect(await Promise.all([first, good])).toEqual(['x done', 'good done']);
    await refused;
  });

  test('tells those that wait as well when nothing can be stored, and goes on with the next', async () => {
    const hand = byHand();
    const away = [hand.add(item('a')), hand.add(item('b'))].map((one) => expect(one).rejects.toThrow(Away));
    await hand.end(new Away());
    await Promise.all(away);
    const next = hand.add(item('c'));
    await hand.end();
    expect(await next).toBe('c done');
    expect(hand.groups).toEqual([['a'], ['c']]);
  });

  test('keeps a group small', async () => {
    const hand = byHand();
    for (let i = 0; i < 60; i++) void hand.add(item(String(i)));
    await hand.end();
    await hand.end();
    expect(hand.groups.map(({ length }) => length)).toEqual([1, 24, 24]);
  });

  test('leaves what is heavy to a group of its own', async () => {
    const hand = byHand({ weights: { heavy: 100, half: 13 } });
    for (const name of ['x', 'a', 'heavy', 'half', 'b']) void hand.add(item(name));
    for (let i = 0; i < 3; i++) await hand.end();
    expect(hand.groups).toEqual([['x'], ['a', 'half', 'b'], ['heavy']]);
  });
});
