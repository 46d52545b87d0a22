import { describe, expect, test } from '@jest/globals';
import {
  conditional,
  error,
  escalation,
  eventSub,
  message,
  node,
  script,
  signal,
  sub,
  tasks,
  terminate,
  timer,
} from '../drawing.ts';
import { drawing, follow, runs } from '../follow.ts';
import { Play } from '../playing.ts';

const kinds: [string, string, string][] = [
  ['message', message('letter'), 'send letter'],
  ['timer', timer('timeDuration', 'P1D'), 'fire eventStart'],
  ['signal', signal('bell'), 'signal bell'],
  ['conditional', conditional('=n > 1'), 'set {"n":2}'],
];
const inside = [...tasks('h')];

describe.each(kinds)('an event subprocess that a %s begins', (_kind, definition, happens) => {
  runs([
    [
      'interrupting: takes the place of its process',
      [...tasks('a', 'b'), eventSub('event', definition, inside, 'eventStart -> h')],
      'start -> a\nstart -> b',
      `=> a b
       ${happens} => h
       done h => ended event`,
    ],
    [
      'non-interrupting: runs beside its process, which waits for it',
      [...tasks('a'), eventSub('event', definition, inside, 'eventStart -> h', { interrupting: false })],
      'start -> a\na -> end',
      `=> a
       ${happens} => a h
       done a => h
       done h => ended event`,
    ],
    [
      'interrupting in a subprocess: ends that alone, and the case goes on behind it',
      [
        sub('s', [...tasks('a'), eventSub('event', definition, inside, 'eventStart -> h')], 'sStart -> a'),
        ...tasks('b', 'next'),
      ],
      'start -> s\nstart -> b\ns -> next',
      `=> a b
       ${happens} => b h
       done h => b next`,
    ],
    [
      'is not waited for once its scope has ended',
      [
        sub('s', [...tasks('a'), eventSub('event', definition, inside, 'eventStart -> h')], 'sStart -> a'),
        ...tasks('next'),
      ],
      'start -> s\ns -> next',
      `=> a
       done a => next`,
    ],
  ]);
});

describe('an event subprocess', () => {
  runs([
    [
      'non-interrupting begins as often as its message comes',
      [...tasks('a'), eventSub('event', message('letter'), inside, 'eventStart -> h', { interrupting: false })],
      'start -> a',
      `send letter => a h
       send letter => a h h
       done a => h h
       done h => h
       done h => ended event`,
    ],
    [
      'non-interrupting repeats by its cycle',
      [
        ...tasks('a'),
        eventSub('event', timer('timeCycle', 'R2/PT1H'), inside, 'eventStart -> h', { interrupting: false }),
      ],
      'start -> a',
      `fire eventStart => a h
       fire eventStart => a h h
       done a => h h`,
    ],
    [
      'non-interrupting begins each time its condition becomes true again',
      [...tasks('a'), eventSub('event', conditional('=n > 1'), inside, 'eventStart -> h', { interrupting: false })],
      'start -> a',
      `set {"n":2} => a h
       set {"n":3} => a h
       set {"n":0} => a h
       set {"n":5} => a h h`,
    ],
    [
      'catches an error of its scope and interrupts it, however it is drawn',
      [
        ...tasks('a', 'b'),
        node('endEvent', 'fail', error('errorA')),
        eventSub('event', error('errorA'), inside, 'eventStart -> h', { interrupting: false }),
      ],
      'start -> a\nstart -> b\na -> fail',
      `=> a b
       done a => h
       done h => ended event`,
    ],
    [
      'catches an error that a called handler answers in a subprocess of its scope',
      [
        sub(
          's',
          [
            node(
              'serviceTask',
              'call',
              '<bpmn:extensionElements><zeebe:taskDefinition type="make"/></bpmn:extensionElements>',
            ),
          ],
          'sStart -> call',
        ),
        eventSub('event', error(), inside, 'eventStart -> h'),
      ],
      'start -> s',
      `=> call
       err call A => h`,
    ],
    [
      'catches an escalation and lets its scope go on',
      [
        ...tasks('a', 'b'),
        node('intermediateThrowEvent', 'up', escalation('escalationA')),
        eventSub('event', escalation('escalationA'), inside, 'eventStart -> h', { interrupting: false }),
      ],
      'start -> a\na -> up\nup -> b',
      `done a => b h
       done b => h`,
    ],
    [
      'that an escalation begins interrupts its scope',
      [
        ...tasks('a', 'b', 'c'),
        node('intermediateThrowEvent', 'up', escalation('escalationA')),
        eventSub('event', escalation(), inside, 'eventStart -> h'),
      ],
      'start -> a\nstart -> c\na -> up\nup -> b',
      'done a => h',
    ],
    [
      'lets a more exact code go before one that catches all',
      [
        node('endEvent', 'fail', error('errorB')),
        eventSub('all', error(), tasks('any'), 'allStart -> any'),
        eventSub('exact', error('errorB'), tasks('exactly'), 'exactStart -> exactly'),
      ],
      'start -> fail',
      '=> exactly',
    ],
    [
      'begins at one of several events when it is multiple',
      [...tasks('a'), eventSub('event', message('letter') + signal('bell'), inside, 'eventStart -> h')],
      'start -> a',
      'signal bell => h',
    ],
    [
      'begins when all of several events have happened when it is parallel multiple',
      [
        ...tasks('a'),
        eventSub('event', message('letter') + signal('bell'), inside, 'eventStart -> h', {
          attributes: 'parallelMultiple="true"',
        }),
      ],
      'start -> a',
      `signal bell => a
       signal bell => a
       send letter => h`,
    ],
    [
      'ends alone by a terminate end event of its own',
      [
        ...tasks('a'),
        eventSub(
          'event',
          message('letter'),
          [...tasks('h', 'i'), node('endEvent', 'stop', terminate)],
          'eventStart -> h\neventStart -> i\nh -> stop',
          {
            interrupting: false,
          },
        ),
      ],
      'start -> a\na -> end',
      `send letter => a h i
       done h => a
       done a => ended end`,
    ],
    [
      'may hold an event subprocess itself',
      [
        ...tasks('a'),
        eventSub(
          'event',
          message('letter'),
          [...tasks('h'), eventSub('inner', signal('bell'), tasks('i'), 'innerStart -> i')],
          'eventStart -> h',
        ),
      ],
      'start -> a',
      `signal bell => a
       send letter => h
       signal bell => i
       done i => ended event`,
    ],
  ]);

  test('sees the variables of its scope, and what its message brings', async () => {
    const held = eventSub('event', message('letter'), [script('twice', '=n * text', 'twice')], 'eventStart -> twice');
    const play = new Play(await drawing([...tasks('a'), held], 'start -> a'), { n: 4 });
    follow(play, 'send letter {"text":2} => ended event');
    expect(play.variables).toEqual({ n: 4, text: 2, twice: 8 });
  });

  test('whose timer cannot be read is an incident on its start, and begins the process after a retry', async () => {
    const held = eventSub('event', timer('timeDate', '=when'), inside, 'eventStart -> h');
    const play = new Play(await drawing([...tasks('a'), held], 'start -> a'));
    follow(
      play,
      `=> !eventStart
       retry {"when":"2026-09-20"} => a
       fire eventStart => h`,
    );
  });
});
