import { describe, test } from '@jest/globals';
import {
  boundary,
  call,
  drawBeside,
  error,
  escalation,
  eventSub,
  handler,
  message,
  multi,
  node,
  process,
  sub,
  tasks,
  terminate,
  timer,
} from '../drawing.ts';
import { follow, runs } from '../follow.ts';
import { Play } from '../playing.ts';

const start = node('startEvent', 'start');
const up = (id = 'up'): string => node('intermediateThrowEvent', id, escalation('escalationA'));

describe('an error', () => {
  runs([
    [
      'thrown in an event subprocess goes outward, past its siblings',
      [
        sub(
          's',
          [
            ...tasks('a'),
            eventSub('e', message('letter'), [node('endEvent', 'fail', error('errorA'))], 'eStart -> fail'),
            eventSub('sibling', error(), tasks('h'), 'siblingStart -> h'),
          ],
          'sStart -> a',
        ),
        boundary('on', 's', error()),
        ...tasks('other'),
      ],
      'start -> s\non -> other',
      'send letter => other',
    ],
    [
      'thrown by the handler of an error goes outward, not round in a circle',
      [
        sub(
          's',
          [
            node('endEvent', 'fail', error('errorA')),
            eventSub(
              'e',
              error(),
              [...tasks('h'), node('endEvent', 'again', error('errorA'))],
              'eStart -> h\nh -> again',
            ),
          ],
          'sStart -> fail',
        ),
        boundary('on', 's', error()),
        ...tasks('other'),
      ],
      'start -> s\non -> other',
      '=> h\ndone h => other',
    ],
    [
      'in one iteration of a parallel multi-instance subprocess is caught inside that iteration',
      [
        sub(
          's',
          [...tasks('a'), node('endEvent', 'fail', error('errorA')), eventSub('e', error(), tasks('h'), 'eStart -> h')],
          'sStart -> a\na -> fail',
          {
            settings: multi({ cardinality: '2' }),
          },
        ),
        ...tasks('next'),
      ],
      'start -> s\ns -> next',
      'done a => a h\ndone h => a\ndone a => h\ndone h => next',
    ],
    [
      'that a handler answers in one iteration ends all of them at the border',
      [
        node('serviceTask', 'x', handler('make') + multi({ cardinality: '3' })),
        boundary('on', 'x', error('errorA')),
        ...tasks('next', 'other'),
      ],
      'start -> x\nx -> next\non -> other',
      '=> x x x\nerr x A => other',
    ],
  ]);
});

describe('terminate', () => {
  const stop = node('endEvent', 'stop', terminate);
  runs([
    [
      'inside a subprocess ends that alone',
      [sub('s', [...tasks('a', 'b'), stop], 'sStart -> a\nsStart -> b\na -> stop'), ...tasks('c', 'next')],
      'start -> s\nstart -> c\ns -> next',
      'done a => c next',
    ],
    [
      'inside one iteration ends that iteration alone',
      [
        sub('s', [...tasks('a', 'b'), stop], 'sStart -> a\nsStart -> b\na -> stop', {
          settings: multi({ cardinality: '2' }),
        }),
        ...tasks('next'),
      ],
      'start -> s\ns -> next',
      'done a => a b\ndone a => next',
    ],
    [
      'inside an event subprocess that runs beside ends that alone',
      [
        ...tasks('a'),
        eventSub('e', message('letter'), [...tasks('h', 'i'), stop], 'eStart -> h\neStart -> i\nh -> stop', {
          interrupting: false,
        }),
      ],
      'start -> a',
      'send letter => a h i\ndone h => a',
    ],
    [
      'of the process ends a subprocess, an event subprocess and what their borders wait for',
      [
        ...tasks('a'),
        sub('s', tasks('b'), 'sStart -> b'),
        boundary('on', 's', timer('timeDuration', 'P1D')),
        eventSub('e', message('letter'), tasks('h'), 'eStart -> h', { interrupting: false }),
        stop,
        ...tasks('other'),
      ],
      'start -> a\nstart -> s\na -> stop\non -> other',
      'send letter => a b h\ndone a => ended stop',
    ],
  ]);

  test('inside a called process ends that process alone', async () => {
    const called = process(
      'called',
      [node('startEvent', 'begin'), ...tasks('b', 'c'), stop],
      'begin -> b\nbegin -> c\nb -> stop',
    );
    const play = new Play(
      await drawBeside(
        [called],
        [start, call('x', 'called'), ...tasks('a', 'next')],
        'start -> x\nstart -> a\nx -> next',
      ),
    );
    follow(play, 'done b => a next');
  });
});

describe('an escalation through a call activity', () => {
  const called = process(
    'called',
    [node('startEvent', 'begin'), ...tasks('a', 'b'), up()],
    'begin -> a\na -> up\nup -> b',
  );
  test.each([
    [true, 'done a => other'],
    [false, 'done a => b other\ndone b => next other'],
  ])('with an event subprocess of the caller (interrupting: %s)', async (interrupting, script) => {
    const elements = [
      start,
      call('x', 'called'),
      ...tasks('next'),
      eventSub('e', escalation('escalationA'), tasks('other'), 'eStart -> other', { interrupting }),
    ];
    follow(new Play(await drawBeside([called], elements, 'start -> x\nx -> next')), script);
  });
  test.each([
    [true, 'done a => other'],
    [false, 'done a => a b other\ndone a => b b other other'],
  ])('that repeats (interrupting: %s)', async (interrupting, script) => {
    const elements = [
      start,
      call('x', 'called', multi({ cardinality: '2' })),
      boundary('on', 'x', escalation(), interrupting),
      ...tasks('next', 'other'),
    ];
    follow(new Play(await drawBeside([called], elements, 'start -> x\nx -> next\non -> other')), script);
  });
});
