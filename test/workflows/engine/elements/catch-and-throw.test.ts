import { describe, expect, test } from '@jest/globals';
import {
  boundary,
  compensate,
  conditional,
  draw,
  error,
  escalation,
  eventSub,
  extended,
  io,
  link,
  message,
  node,
  problemsOf,
  signal,
  sub,
  tasks,
  terminate,
  timer,
  undoneByPerson,
} from '../drawing.ts';
import { drawing, follow, runs } from '../follow.ts';
import { Play } from '../playing.ts';

const catching = (definition: string, attributes = ''): string =>
  node('intermediateCatchEvent', 'x', definition, attributes);
const lines = 'start -> x\nx -> next';

describe('an intermediate catch event', () => {
  runs([
    ['of a message', [catching(message('letter')), ...tasks('next')], lines, '=> waits\nsend letter => next'],
    ['of a timer', [catching(timer('timeDuration', 'PT1H')), ...tasks('next')], lines, '=> waits\nfire x => next'],
    ['of a signal', [catching(signal('bell')), ...tasks('next')], lines, '=> waits\nsignal bell => next'],
    [
      'of a condition',
      [catching(conditional('=n > 1')), ...tasks('next')],
      lines,
      '=> waits\nset {"n":1} => waits\nset {"n":2} => next',
    ],
    [
      'of a condition that holds already',
      [catching(conditional('=n > 1')), ...tasks('next')],
      lines,
      '=> next',
      { n: 2 },
    ],
    [
      'multiple: one of its events',
      [catching(message('letter') + signal('bell')), ...tasks('next')],
      lines,
      'signal bell => next',
    ],
    [
      'parallel multiple: all of its events, in any order',
      [catching(message('letter') + signal('bell') + conditional('=ok'), 'parallelMultiple="true"'), ...tasks('next')],
      lines,
      `signal bell => waits
       set {"ok":true} => waits
       signal bell => waits
       send letter => next`,
    ],
    [
      'of a cycle sends a token each round and ends with the last',
      [catching(timer('timeCycle', 'R3/PT1H')), ...tasks('next')],
      lines,
      `fire x => next
       fire x => next next
       fire x => next next next
       done next => next next
       done next => next
       done next => ended next`,
    ],
    [
      'of a link goes on from the throwing one',
      [
        node('intermediateThrowEvent', 'out', link('far')),
        node('intermediateCatchEvent', 'in', link('far')),
        ...tasks('next'),
      ],
      'start -> out\nin -> next',
      '=> next\ndone next => ended next',
    ],
    [
      'of a link may be thrown from several places',
      [
        node('intermediateThrowEvent', 'one', link('far')),
        node('intermediateThrowEvent', 'two', link('far')),
        node('intermediateCatchEvent', 'in', link('far')),
        ...tasks('next'),
      ],
      'start -> one\nstart -> two\nin -> next',
      '=> next next',
    ],
  ]);

  test('of a link without its counterpart is refused', async () => {
    const problems = await problemsOf(
      [node('startEvent', 'start'), node('intermediateThrowEvent', 'out', link('far'))],
      'start -> out',
    );
    expect(problems).toEqual([{ at: 'out', code: 'model.linkTarget', values: { link: 'far' } }]);
  });
});

describe('a signal', () => {
  const bell = node('intermediateThrowEvent', 'ring', signal('bell'));
  runs([
    [
      'reaches everything that waits for it',
      [
        bell,
        catching(signal('bell')),
        node('intermediateCatchEvent', 'y', signal('bell')),
        ...tasks('a', 'next', 'other'),
      ],
      'start -> x\nstart -> y\nstart -> a\na -> ring\nx -> next\ny -> other',
      'done a => next other',
    ],
    [
      'that is thrown in the same breath as it begins to be awaited is not missed',
      [bell, catching(signal('bell')), ...tasks('next')],
      'start -> ring\nstart -> x\nx -> next',
      '=> next',
    ],
    [
      'is not kept for those who wait later',
      [catching(signal('bell')), ...tasks('a', 'next')],
      'start -> a\na -> x\nx -> next',
      'signal bell => a\ndone a => waits',
    ],
    [
      'of an end event ends its token and is heard',
      [node('endEvent', 'ring', signal('bell')), catching(signal('bell')), ...tasks('a', 'next')],
      'start -> a\nstart -> x\na -> ring\nx -> next',
      'done a => next',
    ],
  ]);

  test('brings its variables, and goes out to other cases', async () => {
    const thrown = node('endEvent', 'ring', extended(io({ in: { tone: '=n * 2' } })) + signal('bell'));
    const play = new Play(
      await drawing([thrown, catching(signal('bell')), ...tasks('next')], 'start -> x\nstart -> ring\nx -> next'),
      { n: 2 },
    );
    expect(play.effects).toContainEqual({
      kind: 'signalThrown',
      element: 'ring',
      signal: 'bell',
      variables: { tone: 4 },
    });
    expect(play.variables['tone']).toBe(4);
  });
});

describe('a throw event', () => {
  runs([
    [
      'multiple throws all its events',
      [
        node('intermediateThrowEvent', 'both', signal('bell') + escalation('escalationA')),
        catching(signal('bell')),
        eventSub('event', escalation('escalationA'), tasks('h'), 'eventStart -> h', { interrupting: false }),
        ...tasks('a', 'b', 'next'),
      ],
      'start -> a\nstart -> x\na -> both\nboth -> b\nx -> next',
      'done a => b h next',
    ],
    [
      'multiple undoes all that its compensation events name',
      [
        ...tasks('a', 'b'),
        undoneByPerson('a'),
        undoneByPerson('b'),
        node('endEvent', 'end', compensate('a') + compensate('b')),
      ],
      'start -> a\na -> b\nb -> end',
      `done a => b
       done b => undoA
       done undoA => undoB
       done undoB => ended end`,
    ],
    [
      'of an escalation that nothing catches goes on',
      [node('intermediateThrowEvent', 'up', escalation('escalationA')), ...tasks('next')],
      'start -> up\nup -> next',
      '=> next',
    ],
    [
      'of a message that the case itself awaits is kept until it is waited for',
      [node('intermediateThrowEvent', 'out', message('letter')), ...tasks('a', 'next'), catching(message('letter'))],
      'start -> out\nout -> a\na -> x\nx -> next',
      '=> a\ndone a => next',
    ],
  ]);
});

describe('an end event', () => {
  runs([
    [
      'without an event ends its token alone',
      tasks('a', 'b'),
      'start -> a\nstart -> b\na -> end\nb -> end',
      'done a => b\ndone b => ended end',
    ],
    [
      'of a message sends it',
      [node('endEvent', 'out', message('letter')), catching(message('letter')), ...tasks('next')],
      'start -> out\nstart -> x\nx -> next',
      '=> next',
    ],
    [
      'of an escalation ends its token, and its scope goes on when the catching event does not interrupt',
      [
        sub(
          's',
          [...tasks('a', 'b'), node('endEvent', 'up', escalation('escalationA'))],
          'sStart -> a\nsStart -> b\na -> up',
        ),
        boundary('on', 's', escalation('escalationA'), false),
        ...tasks('next', 'other'),
      ],
      'start -> s\ns -> next\non -> other',
      `done a => b other
       done b => next other`,
    ],
    [
      'of an error ends what catches it, with everything in it',
      [
        sub('s', [...tasks('a', 'b'), node('endEvent', 'no', error('errorA'))], 'sStart -> a\nsStart -> b\na -> no'),
        boundary('on', 's', error('errorA')),
        ...tasks('other'),
      ],
      'start -> s\non -> other',
      'done a => other',
    ],
    [
      'that compensates ends when all is undone',
      [...tasks('a'), undoneByPerson('a'), node('endEvent', 'end', compensate())],
      'start -> a\na -> end',
      'done a => undoA\ndone undoA => ended end',
    ],
    [
      'that terminates ends every token of its process',
      [...tasks('a', 'b'), sub('s', tasks('c'), 'sStart -> c'), node('endEvent', 'stop', terminate)],
      'start -> a\nstart -> b\nstart -> s\na -> stop',
      '=> a b c\ndone a => ended stop',
    ],
  ]);
});

describe('a start event', () => {
  const kinds: [string, string][] = [
    ['message', message('letter')],
    ['timer', timer('timeDuration', 'P1D')],
    ['signal', signal('bell')],
    ['conditional', conditional('=n > 1')],
    ['multiple', message('letter') + signal('bell')],
  ];
  test.each(kinds)(
    'of a %s begins the case when the event has happened, with what it brings',
    async (_kind, definition) => {
      const graph = await draw([node('startEvent', 'begin', definition), ...tasks('a')], 'begin -> a');
      const play = new Play(graph, {}, undefined, { at: 'begin', event: { from: 'outside' } });
      expect(play.tasks()).toEqual(['a']);
      expect(play.variables).toEqual({ from: 'outside' });
    },
  );

  test.each<[string, string, string]>([
    ['message', message('letter'), 'send letter'],
    ['timer', timer('timeDuration', 'P1D'), 'fire begin'],
    ['signal', signal('bell'), 'signal bell'],
    ['conditional', conditional('=n > 1'), 'set {"n":2}'],
  ])('of a %s may be awaited by the case itself', async (_kind, definition, happens) => {
    const graph = await draw([node('startEvent', 'begin', definition), ...tasks('a')], 'begin -> a');
    follow(new Play(graph, {}, undefined, { awaitEvent: true }), `=> waits\n${happens} => a\ndone a => ended a`);
  });

  test('that is parallel multiple begins the case when all its events have happened', async () => {
    const begin = node('startEvent', 'begin', message('letter') + signal('bell'), 'parallelMultiple="true"');
    const graph = await draw([begin, ...tasks('a')], 'begin -> a');
    follow(new Play(graph, {}, undefined, { awaitEvent: true }), '=> waits\nsignal bell => waits\nsend letter => a');
  });
});
