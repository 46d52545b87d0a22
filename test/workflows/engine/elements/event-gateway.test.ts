import { describe, expect, test } from '@jest/globals';
import { conditional, draw, message, node, signal, tasks, timer } from '../drawing.ts';
import { follow, runs } from '../follow.ts';
import { Play } from '../playing.ts';

const catching = (id: string, definition: string): string => node('intermediateCatchEvent', id, definition);
const events = [
  catching('m', message('letter')),
  catching('t', timer('timeDuration', 'P1D')),
  catching('s', signal('bell')),
  catching('c', conditional('=n > 1')),
  node('receiveTask', 'r', '', 'messageRef="appeal"'),
];
const afters = tasks('afterM', 'afterT', 'afterS', 'afterC', 'afterR');
const lines = 'g -> m\ng -> t\ng -> s\ng -> c\ng -> r\nm -> afterM\nt -> afterT\ns -> afterS\nc -> afterC\nr -> afterR';

describe('an event-based gateway', () => {
  runs(
    [
      ['a message', 'send letter => afterM'],
      ['a timer', 'fire t => afterT'],
      ['a signal', 'signal bell => afterS'],
      ['a condition', 'set {"n":2} => afterC'],
      ['the message of a receive task', 'send appeal => afterR'],
    ].map(([name, script]) => [
      `goes the way of ${name} alone`,
      [node('eventBasedGateway', 'g'), ...events, ...afters],
      `start -> g\n${lines}`,
      `=> waits\n${script}`,
    ]),
  );
  runs([
    [
      'goes one way when one signal is awaited behind it twice',
      [
        node('eventBasedGateway', 'g'),
        catching('one', signal('bell')),
        catching('two', signal('bell')),
        ...tasks('a', 'b'),
      ],
      'start -> g\ng -> one\ng -> two\none -> a\ntwo -> b',
      'signal bell => a',
    ],
    [
      'takes a condition that holds already at once',
      [node('eventBasedGateway', 'g'), ...events, ...afters],
      `start -> g\n${lines}`,
      '=> afterC',
      { n: 2 },
    ],
  ]);
});

describe('an event-based gateway that begins a process', () => {
  const beginning = (type: string) =>
    draw(
      [
        node('eventBasedGateway', 'g', '', `instantiate="true" eventGatewayType="${type}"`),
        catching('m', message('letter')),
        catching('s', signal('bell')),
        ...(type === 'Parallel' ? [node('parallelGateway', 'both')] : []),
        ...tasks('a'),
      ],
      type === 'Parallel' ? 'g -> m\ng -> s\nm -> both\ns -> both\nboth -> a' : 'g -> m\ng -> s\nm -> a\ns -> a',
    );

  test('exclusively begins at the event that happens', async () => {
    const play = new Play(await beginning('Exclusive'), {}, undefined, { awaitEvent: true });
    follow(play, '=> waits\nsignal bell => a\ndone a => ended a');
    expect(play.entered()).toEqual(['g', 's', 'a']);
  });

  test('in parallel begins at the first and waits for the rest in the same case', async () => {
    const play = new Play(await beginning('Parallel'), {}, undefined, { awaitEvent: true });
    follow(play, '=> waits\nsend letter => waits\nsignal bell => a');
  });

  test('may be told from outside which event has happened', async () => {
    const play = new Play(await beginning('Parallel'), {}, undefined, { at: 's', event: { tone: 1 } });
    expect(play.variables).toEqual({ tone: 1 });
    follow(play, '=> waits\nsend letter => a');
  });
});

describe('a receive task that begins a process', () => {
  const graph = () =>
    draw([node('receiveTask', 'r', '', 'messageRef="letter" instantiate="true"'), ...tasks('a')], 'r -> a');
  test('begins it with its message', async () => {
    follow(
      new Play(await graph(), {}, undefined, { awaitEvent: true }),
      '=> waits\nsend letter => a\ndone a => ended a',
    );
  });
  test('is passed when its message came before', async () => {
    follow(new Play(await graph(), {}, undefined, { at: 'r', event: {} }), '=> a');
  });
});
