import { describe, expect, test } from '@jest/globals';
import { draw, message, node, script, timer } from '../drawing.ts';
import { Play } from '../playing.ts';

const start = node('startEvent', 'start');
const tasks = (...ids: string[]): string[] => ids.map((id) => node('userTask', id));

describe('an exclusive gateway', () => {
  const graph = () =>
    draw(
      [start, node('exclusiveGateway', 'x', '', 'default="x_c"'), ...tasks('a', 'b', 'c')],
      `start -> x
       x -> a : income < 10
       x -> b : =income < 20
       x -> c`,
    );
  test.each([
    [5, 'a'],
    [15, 'b'],
    [25, 'c'],
  ])('with %d takes one flow: the first whose condition holds, or the default', async (income, taken) => {
    expect(new Play(await graph(), { income }).tasks()).toEqual([taken]);
  });

  test.each([
    ['an unknown variable', {}],
    ['a condition that is neither true nor false', { income: null }],
  ])('never takes the default silently for %s', async (_name, variables) => {
    const play = new Play(await graph(), variables);
    expect(play.incidents()).toEqual(['x expressionFailed']);
    play.retry({ income: 15 });
    expect(play.tasks()).toEqual(['b']);
  });

  test('with no condition that holds and no default flow is an incident', async () => {
    const play = new Play(
      await draw([start, node('exclusiveGateway', 'x'), ...tasks('a')], 'start -> x\nx -> a : go'),
      {
        go: false,
      },
    );
    expect(play.incidents()).toEqual(['x expressionFailed']);
  });

  test('joins nothing: every token goes on', async () => {
    const play = new Play(
      await draw(
        [start, node('parallelGateway', 'fork'), node('exclusiveGateway', 'x'), ...tasks('a', 'after')],
        'start -> fork\nfork -> x\nfork -> a\na -> x\nx -> after',
      ),
    );
    play.complete('a');
    expect(play.tasks()).toEqual(['after', 'after']);
  });
});

describe('conditions on the flows of an activity', () => {
  const graph = () =>
    draw(
      [start, node('userTask', 'x', '', 'default="x_c"'), ...tasks('a', 'b', 'c')],
      'start -> x\nx -> a : n > 0\nx -> b : n > 1\nx -> c',
    );
  test.each([
    [2, ['a', 'b']],
    [1, ['a']],
    [0, ['c']],
  ])('with %d every flow whose condition holds is taken, the default only when none does', async (n, taken) => {
    const play = new Play(await graph());
    play.complete('x', { n });
    expect(play.tasks()).toEqual(taken);
  });
  test('that fail leave the variables as they were until a retry', async () => {
    const play = new Play(await graph(), { n: 'two' });
    play.complete('x', { n: null });
    expect(play.incidents()).toEqual(['x expressionFailed']);
    expect(play.variables).toEqual({ n: 'two', xBy: 'person-1' });
    play.retry({ n: 1 });
    expect(play.tasks()).toEqual(['a']);
    expect(play.variables).toEqual({ n: 1, xBy: 'person-1' });
  });
});

describe('a parallel gateway', () => {
  test('splits into all flows and joins one token of each', async () => {
    const play = new Play(
      await draw(
        [start, node('parallelGateway', 'fork'), ...tasks('a', 'b', 'after'), node('parallelGateway', 'join')],
        'start -> fork\nfork -> a\nfork -> b\na -> join\nb -> join\njoin -> after',
      ),
    );
    expect(play.tasks()).toEqual(['a', 'b']);
    play.complete('b');
    expect(play.tasks()).toEqual(['a']);
    play.complete('a');
    expect(play.tasks()).toEqual(['after']);
    expect(play.entered().filter((id) => id === 'join')).toHaveLength(1);
  });

  test('does not let two tokens of one flow stand for one of each', async () => {
    const play = new Play(
      await draw(
        [
          start,
          node('parallelGateway', 'fork'),
          ...tasks('a', 'b', 'c', 'after'),
          node('exclusiveGateway', 'merge'),
          node('parallelGateway', 'join'),
        ],
        'start -> fork\nfork -> a\nfork -> b\nfork -> c\na -> merge\nb -> merge\nmerge -> join\nc -> join\njoin -> after',
      ),
    );
    play.complete('a');
    play.complete('b');
    expect(play.tasks()).toEqual(['c']);
    play.complete('c');
    expect(play.tasks()).toEqual(['after']);
    expect(play.state.scopes['0']?.arrived).toEqual({ join: { merge_join: 1, c_join: 0 } });
  });

  test('that waits for a token that never comes keeps the case open', async () => {
    const play = new Play(
      await draw(
        [
          start,
          ...tasks('a'),
          node('exclusiveGateway', 'x', '', 'default="x_join"'),
          node('parallelGateway', 'join'),
          node('endEvent', 'end'),
        ],
        'start -> a\na -> x\na -> join\nx -> join\nx -> end : other\njoin -> end',
      ),
      { other: true },
    );
    play.complete('a');
    expect(play.tokens()).toEqual([]);
    expect(play.outcome).toBeUndefined();
  });

  test('joins anew in every round of a loop', async () => {
    const play = new Play(
      await draw(
        [
          start,
          node('exclusiveGateway', 'again'),
          node('parallelGateway', 'fork'),
          ...tasks('a', 'b', 'judge'),
          node('parallelGateway', 'join'),
          node('exclusiveGateway', 'enough', '', 'default="enough_again"'),
          node('endEvent', 'end'),
        ],
        `start -> again
         again -> fork
         fork -> a
         fork -> b
         a -> join
         b -> join
         join -> judge
         judge -> enough
         enough -> end : ok
         enough -> again`,
      ),
    );
    for (const ok of [false, false, true]) {
      expect(play.tasks()).toEqual(['a', 'b']);
      play.complete('a');
      play.complete('b');
      play.complete('judge', { ok });
    }
    expect(play.outcome).toBe('end');
  });
});

describe('an event-based gateway', () => {
  const graph = () =>
    draw(
      [
        start,
        node('eventBasedGateway', 'x'),
        node('intermediateCatchEvent', 'letterCame', message('letter')),
        node('receiveTask', 'appealCame', '', 'messageRef="appeal"'),
        node('intermediateCatchEvent', 'tooLate', timer('timeDuration', 'P14D')),
        ...tasks('a', 'b', 'c'),
      ],
      'start -> x\nx -> letterCame\nx -> appealCame\nx -> tooLate\nletterCame -> a\nappealCame -> b\ntooLate -> c',
    );
  test.each([
    ['a message', (play: Play) => play.send('letter', { v: 1 }), 'letterCame', 'a', { v: 1 }],
    ['the message of a receive task', (play: Play) => play.send('appeal', { v: 2 }), 'appealCame', 'b', { v: 2 }],
    ['a timer', (play: Play) => play.fire('tooLate'), 'tooLate', 'c', {}],
  ])('goes on with %s that comes first and withdraws the others', async (_name, act, event, task, variables) => {
    const play = new Play(await graph());
    expect(play.tokens()).toEqual(['x']);
    act(play);
    expect(play.tasks()).toEqual([task]);
    expect(play.entered()).toEqual(['start', 'x', event, task]);
    expect(play.variables).toEqual(variables);
    expect(play.state).toMatchObject({ timers: {}, subscriptions: {} });
    expect(play.send('letter', {}, 'late')).toMatchObject([{ kind: 'inputIgnored' }]);
  });
});

test('a loop that never waits stops as an incident, and the rest of the case stays usable', async () => {
  const play = new Play(
    await draw(
      [
        start,
        ...tasks('other'),
        node('exclusiveGateway', 'x', '', 'default="x_count"'),
        script('count', '=n + 1', 'n'),
        node('endEvent', 'end'),
      ],
      'start -> other\nstart -> x\nx -> count\ncount -> x\nx -> end : stop',
    ),
    { n: 0, stop: false },
  );
  expect(Object.values(play.state.incidents)[0]?.detail).toMatch(/^More than 10000 elements/);
  expect(play.tasks()).toEqual(['other']);
  play.retry({ stop: true });
  expect(play.tokens()).toEqual(['other']);
  play.complete('other');
  expect(play.state.status).toBe('ended');
});
