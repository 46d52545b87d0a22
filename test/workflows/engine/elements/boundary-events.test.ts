import { describe, expect, test } from '@jest/globals';
import { boundary, draw, error, extended, handler, io, message, node, timer } from '../drawing.ts';
import { Play } from '../playing.ts';

const start = node('startEvent', 'start');
const tasks = (...ids: string[]): string[] => ids.map((id) => node('userTask', id));
const hours = (text: string) => timer('timeDuration', text);

describe('an interrupting timer boundary event', () => {
  const graph = () =>
    draw(
      [start, ...tasks('work', 'next', 'escalated'), boundary('late', 'work', hours('PT1H'))],
      'start -> work\nwork -> next\nlate -> escalated',
    );

  test('closes its task and goes its own way', async () => {
    const play = new Play(await graph());
    expect(play.timers()).toEqual(['late 2026-09-10T11:00:00.000Z']);
    const effects = play.fire('late');
    expect(effects.map(({ kind }) => kind)).toEqual([
      'taskClosed',
      'elementLeft',
      'elementEntered',
      'elementLeft',
      'flowTaken',
      'elementEntered',
      'taskOpened',
    ]);
    expect(effects[0]).toMatchObject({ element: 'work', how: 'cancelled' });
    expect(play.tasks()).toEqual(['escalated']);
  });

  test('is withdrawn when its task is completed, and a completion wins over a deadline of the same activation', async () => {
    const play = new Play(await graph());
    const timerId = Object.keys(play.state.timers)[0] ?? '';
    expect(play.complete('work')).toContainEqual({ kind: 'timerCancelled', timer: timerId });
    expect(play.take({ kind: 'timerFired', timer: timerId })).toEqual([
      { kind: 'inputIgnored', input: 'timerFired', reason: 'The timer was withdrawn' },
    ]);
    expect(play.tasks()).toEqual(['next']);
  });

  test('makes a completion that comes after it too late', async () => {
    const play = new Play(await graph());
    const instance = play.instance('work');
    play.fire('late');
    expect(play.take({ kind: 'taskCompleted', instance, by: 'person-1', data: { x: 1 } })).toEqual([
      { kind: 'inputIgnored', input: 'taskCompleted', reason: 'The task is closed' },
    ]);
    expect(play.variables).toEqual({});
  });

  test('whose time cannot be told is an incident on its task, which is not opened before', async () => {
    const play = new Play(
      await draw(
        [start, ...tasks('work', 'next'), boundary('late', 'work', hours('=term'))],
        'start -> work\nwork -> next\nlate -> next',
      ),
    );
    expect(play.incidents()).toEqual(['work expressionFailed']);
    expect(play.tasks()).toEqual([]);
    play.retry({ term: 'PT1H' });
    expect(play.tasks()).toEqual(['work']);
    expect(play.timers()).toHaveLength(1);
  });
});

describe('a non-interrupting timer boundary event', () => {
  test('lets its task go on, and repeats by its cycle from when it was due', async () => {
    const play = new Play(
      await draw(
        [
          start,
          ...tasks('work'),
          boundary('remind', 'work', timer('timeCycle', 'R3/PT24H'), false),
          node('sendTask', 'reminder', handler('notify')),
          node('endEvent', 'end'),
        ],
        'start -> work\nwork -> end\nremind -> reminder',
      ),
    );
    const due: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      due.push(...play.timers());
      play.now = `2026-09-1${round}T18:00:00.000Z`; // the worker is late
      play.fire('remind');
      expect(play.tasks()).toEqual(['work']);
      expect(play.calls()).toHaveLength(round);
    }
    expect(due).toEqual(['11', '12', '13'].map((day) => `remind 2026-09-${day}T10:00:00.000Z`));
    expect(play.timers()).toEqual([]);
    play.complete('work');
    expect(play.outcome).toBeUndefined();
    for (const _ of due) play.answer('reminder');
    expect(play.outcome).toBe('reminder');
  });

  test('with a duration happens once; with R/ for ever', async () => {
    const once = new Play(
      await draw([start, ...tasks('work', 'a'), boundary('x', 'work', hours('PT1H'), false)], 'start -> work\nx -> a'),
    );
    once.fire('x');
    expect(once.timers()).toEqual([]);
    expect(once.tasks()).toEqual(['work', 'a']);
    const ever = new Play(
      await draw(
        [start, ...tasks('work', 'a'), boundary('x', 'work', timer('timeCycle', 'R/PT1H'), false)],
        'start -> work\nx -> a',
      ),
    );
    for (let round = 0; round < 5; round += 1) ever.fire('x');
    expect(ever.timers()).toEqual(['x 2026-09-10T16:00:00.000Z']);
  });
});

describe('an error boundary event', () => {
  const graph = () =>
    draw(
      [
        start,
        node('serviceTask', 'work', handler('make')),
        boundary('onA', 'work', error('errorA')),
        boundary('onAny', 'work', error()),
        ...tasks('a', 'any', 'next'),
      ],
      'start -> work\nwork -> next\nonA -> a\nonAny -> any',
    );
  test.each([
    ['A', 'a'],
    ['B', 'any'],
  ])('catches %s by its code before one without a code does', async (code, task) => {
    const play = new Play(await graph());
    const effects = play.err('work', code);
    expect(effects.slice(0, 2).map(({ kind }) => kind)).toEqual(['activityCancelled', 'elementLeft']);
    expect(play.tasks()).toEqual([task]);
    expect(play.calls()).toEqual([]);
  });
  test('leaves another code to whoever is further out', async () => {
    const play = new Play(
      await draw(
        [start, node('serviceTask', 'work', handler('make')), boundary('onA', 'work', error('errorA')), ...tasks('a')],
        'start -> work\nonA -> a',
      ),
    );
    play.err('work', 'B');
    expect(play.incidents()).toEqual(['work uncaughtError']);
  });
});

describe('a message boundary event', () => {
  test('interrupting: ends its task and takes the variables', async () => {
    const play = new Play(
      await draw(
        [
          start,
          ...tasks('work', 'a'),
          node(
            'boundaryEvent',
            'withdrawn',
            extended(io({ out: { why: '=reason' } })) + message('letter'),
            'attachedToRef="work"',
          ),
        ],
        'start -> work\nwithdrawn -> a',
      ),
    );
    play.send('letter', { reason: 'moved', other: 1 });
    expect(play.tasks()).toEqual(['a']);
    expect(play.variables).toEqual({ why: 'moved' });
    expect(play.state.subscriptions).toEqual({});
  });
  test('non-interrupting: happens as often as the message comes', async () => {
    const play = new Play(
      await draw(
        [start, ...tasks('work', 'a'), boundary('x', 'work', message('letter'), false)],
        'start -> work\nx -> a',
      ),
    );
    play.send('letter');
    play.send('letter');
    expect(play.tasks()).toEqual(['work', 'a', 'a']);
    play.complete('work');
    expect(play.state.subscriptions).toEqual({});
  });
});

test('a retried element keeps the deadline it has', async () => {
  const play = new Play(
    await draw(
      [
        start,
        node('serviceTask', 'work', handler('make')),
        boundary('late', 'work', hours('PT1H')),
        node('endEvent', 'end'),
      ],
      'start -> work\nlate -> end',
    ),
  );
  play.take({ kind: 'activityFailed', instance: play.instance('work'), detail: 'down' });
  play.now = '2026-09-10T10:30:00.000Z';
  play.retry();
  expect(play.timers()).toEqual(['late 2026-09-10T11:00:00.000Z']);
});

test('an incident of an interrupted element is resolved with it', async () => {
  const play = new Play(
    await draw(
      [start, node('serviceTask', 'work', handler('make')), ...tasks('a'), boundary('late', 'work', hours('PT1H'))],
      'start -> work\nlate -> a',
    ),
  );
  play.take({ kind: 'activityFailed', instance: play.instance('work'), detail: 'down' });
  const effects = play.fire('late');
  expect(effects[0]).toMatchObject({ kind: 'incidentResolved', by: 'system:engine' });
  expect(effects.some(({ kind }) => kind === 'activityCancelled')).toBe(false);
  expect(play.incidents()).toEqual([]);
});
