import { describe, expect, test } from '@jest/globals';
import { boundary, conditional, eventSub, loop, message, node, signal, sub, tasks } from '../drawing.ts';
import { drawing, follow, runs } from '../follow.ts';
import { Play } from '../playing.ts';

describe('an interrupting event subprocess against a completing task', () => {
  const model = () =>
    drawing([...tasks('a', 'b'), eventSub('e', message('letter'), tasks('h'), 'eStart -> h')], 'start -> a\na -> b');
  test('the completion first: the next task is interrupted', async () => {
    follow(new Play(await model()), 'done a => b\nsend letter => h\ndone h => ended e');
  });
  test('the message first: the completion is too late, recorded and without effect', async () => {
    const play = new Play(await model());
    const task = play.instance('a');
    play.send('letter');
    expect(play.take({ kind: 'taskCompleted', instance: task, by: 'p', data: { late: true } })).toEqual([
      { kind: 'inputIgnored', input: 'taskCompleted', reason: 'The task is closed' },
    ]);
    expect(play.variables).toEqual({});
    follow(play, '=> h');
  });
  test('on the last task of the scope: what completed has ended it, and the message finds nobody', async () => {
    const play = new Play(
      await drawing([...tasks('a'), eventSub('e', message('letter'), tasks('h'), 'eStart -> h')], 'start -> a'),
    );
    follow(play, 'done a => ended a');
    expect(play.send('letter')).toEqual([
      { kind: 'inputIgnored', input: 'messageArrived', reason: 'The case is closed' },
    ]);
  });
});

describe('two event subprocesses race', () => {
  const both = (interrupting: [boolean, boolean]) => [
    ...tasks('a'),
    eventSub('one', signal('bell'), tasks('h'), 'oneStart -> h', { interrupting: interrupting[0] }),
    eventSub('two', signal('bell'), tasks('i'), 'twoStart -> i', { interrupting: interrupting[1] }),
  ];
  runs([
    [
      'for one signal: the first that interrupts keeps the other from beginning',
      both([true, true]),
      'start -> a',
      'signal bell => h\nsignal bell => h',
    ],
    [
      'one beside, one instead: the interrupting one ends what the other had begun',
      both([false, true]),
      'start -> a',
      'signal bell => i',
    ],
    ['instead first: the one beside cannot begin any more', both([true, false]), 'start -> a', 'signal bell => h'],
    ['both beside: both run', both([false, false]), 'start -> a', 'signal bell => a h i\nsignal bell => a h h i i'],
    [
      'one that runs beside is ended by one that interrupts later',
      [
        ...tasks('a'),
        eventSub('one', signal('bell'), tasks('h'), 'oneStart -> h', { interrupting: false }),
        eventSub('two', message('letter'), tasks('i'), 'twoStart -> i'),
      ],
      'start -> a',
      'signal bell => a h\nsend letter => i\nsignal bell => i\ndone i => ended two',
    ],
  ]);
});

describe('a signal that interrupts its own thrower', () => {
  runs([
    [
      'by a boundary event on the subprocess around it',
      [
        sub(
          's',
          [...tasks('a', 'b'), node('intermediateThrowEvent', 'ring', signal('bell'))],
          'sStart -> a\na -> ring\nring -> b',
        ),
        boundary('on', 's', signal('bell')),
        ...tasks('next', 'other'),
      ],
      'start -> s\ns -> next\non -> other',
      'done a => other\ndone other => ended other',
    ],
    [
      'by an event subprocess beside it',
      [
        ...tasks('a', 'b'),
        node('intermediateThrowEvent', 'ring', signal('bell')),
        eventSub('e', signal('bell'), tasks('h'), 'eStart -> h'),
      ],
      'start -> a\na -> ring\nring -> b',
      'done a => h\ndone h => ended e',
    ],
  ]);
});

describe('a loop over a subprocess with an event subprocess', () => {
  runs([
    [
      'watches for the event in every round anew',
      [
        sub('s', [...tasks('a'), eventSub('e', message('letter'), tasks('h'), 'eStart -> h')], 'sStart -> a', {
          settings: loop({ loopMaximum: 2 }),
        }),
        ...tasks('next'),
      ],
      'start -> s\ns -> next',
      'send letter => h\ndone h => a\nsend letter => h\ndone h => next',
    ],
  ]);
});

describe('a conditional event', () => {
  runs([
    [
      'on the border, true at once, interrupts before anybody sees the task',
      [
        sub('s', tasks('a', 'b'), 'sStart -> a'),
        boundary('on', 's', conditional('=urgent')),
        ...tasks('next', 'other'),
      ],
      'start -> s\ns -> next\non -> other',
      '=> other',
      { urgent: true },
    ],
    [
      'is looked at again when a task inside the host changes what it reads',
      [
        sub('s', tasks('a', 'b'), 'sStart -> a\na -> b'),
        boundary('on', 's', conditional('=urgent')),
        ...tasks('next', 'other'),
      ],
      'start -> s\ns -> next\non -> other',
      'done a {"urgent":true} => other',
    ],
    [
      'of a name that nobody has given yet is not yet true, and no incident',
      [...tasks('a'), boundary('on', 'a', conditional('=missing > 1')), ...tasks('other')],
      'start -> a\non -> other',
      '=> a\nset {"missing":2} => other',
    ],
  ]);
});
