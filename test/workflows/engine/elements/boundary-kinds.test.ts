import { describe } from '@jest/globals';
import {
  boundary,
  conditional,
  error,
  escalation,
  handler,
  message,
  multi,
  node,
  signal,
  sub,
  tasks,
  timer,
} from '../drawing.ts';
import { runs, type Row } from '../follow.ts';

const kinds: [string, string, string][] = [
  ['message', message('letter'), 'send letter'],
  ['timer', timer('timeDuration', 'P1D'), 'fire on'],
  ['signal', signal('bell'), 'signal bell'],
  ['conditional', conditional('=n > 1'), 'set {"n":2}'],
  ['multiple', message('letter') + signal('bell'), 'signal bell'],
];
const lines = 'start -> x\nx -> next\non -> other';
const rest = tasks('next', 'other');

const hosts: [string, string, string, string][] = [
  ['a user task', node('userTask', 'x'), 'x', 'done x'],
  ['a service task', node('serviceTask', 'x', handler('make')), 'x', 'answer x'],
  ['a receive task', node('receiveTask', 'x', '', 'messageRef="appeal"'), '', 'send appeal'],
  ['a subprocess', sub('x', tasks('a'), 'xStart -> a'), 'a', 'done a'],
  ['an ad-hoc subprocess', node('adHocSubProcess', 'x', tasks('a').join('')), 'a', 'done a'],
  ['a multi-instance task', node('userTask', 'x', multi({ cardinality: '2' })), 'x x', 'done x'],
];

describe.each(hosts)('on %s', (_host, host, open, finishes) => {
  describe.each(kinds)('a %s boundary event', (_kind, definition, happens) => {
    const twice = open === 'x x';
    const done = twice ? `${finishes} => x` : '';
    const beside = ['other', ...open.split(' ').filter(Boolean)].sort().join(' ');
    const rows: Row[] = [
      [
        'interrupting: ends it',
        [host, boundary('on', 'x', definition), ...rest],
        lines,
        `=> ${open || 'waits'}\n${happens} => other`,
      ],
      [
        'non-interrupting: lets it go on',
        [host, boundary('on', 'x', definition, false), ...rest],
        lines,
        `${happens} => ${beside}
         ${twice ? `${finishes} => other x` : ''}
         ${finishes} => next other`,
      ],
      [
        'is not waited for when the activity has completed',
        [host, boundary('on', 'x', definition), ...rest],
        lines,
        `${done}
         ${finishes} => next`,
      ],
    ];
    runs(rows);
  });
});

describe('a boundary event', () => {
  const throwing = (definition: string) =>
    sub('x', [...tasks('a', 'b'), node('intermediateThrowEvent', 'up', definition)], 'xStart -> a\na -> up\nup -> b');
  const failing = (definition: string) =>
    sub('x', [...tasks('a', 'b'), node('endEvent', 'fail', definition)], 'xStart -> a\na -> fail\nxStart -> b');
  runs([
    [
      'catches an escalation, interrupting',
      [throwing(escalation('escalationA')), boundary('on', 'x', escalation('escalationA')), ...rest],
      lines,
      'done a => other',
    ],
    [
      'catches an escalation, non-interrupting, as often as it is thrown',
      [
        sub(
          'x',
          [...tasks('a', 'c'), node('intermediateThrowEvent', 'up', escalation('escalationA'))],
          'xStart -> a\nxStart -> c\na -> up\nc -> up',
        ),
        boundary('on', 'x', escalation(), false),
        ...rest,
      ],
      lines,
      `done a => c other
       done c => next other other`,
    ],
    [
      'leaves an escalation of another code to itself: the activity goes on',
      [throwing(escalation('escalationB')), boundary('on', 'x', escalation('escalationA')), ...rest],
      lines,
      `done a => b
       done b => next`,
    ],
    [
      'catches an error by its code',
      [failing(error('errorA')), boundary('on', 'x', error('errorA')), ...rest],
      lines,
      'done a => other',
    ],
    [
      'catches any error without a code',
      [failing(error('errorB')), boundary('on', 'x', error()), ...rest],
      lines,
      'done a => other',
    ],
    [
      'that catches the code goes before one that catches all',
      [
        failing(error('errorA')),
        boundary('all', 'x', error()),
        boundary('on', 'x', error('errorA')),
        ...tasks('next', 'other', 'any'),
      ],
      `${lines}\nall -> any`,
      'done a => other',
    ],
    [
      'leaves an error of another code: an incident where it was thrown, and the rest goes on',
      [failing(error('errorB')), boundary('on', 'x', error('errorA')), ...rest],
      lines,
      'done a => !fail b',
    ],
    [
      'parallel multiple happens when all its events have',
      [
        node('userTask', 'x'),
        boundary('on', 'x', message('letter') + signal('bell')).replace(
          '<bpmn:boundaryEvent ',
          '<bpmn:boundaryEvent parallelMultiple="true" ',
        ),
        ...rest,
      ],
      lines,
      `send letter => x
       signal bell => other`,
    ],
    [
      'with a cycle on a receive task leaves it to complete by its message',
      [
        node('receiveTask', 'x', '', 'messageRef="letter"'),
        boundary('on', 'x', timer('timeCycle', 'R3/PT1H'), false),
        ...rest,
      ],
      lines,
      `fire on => other
       send letter => next other`,
    ],
    [
      'conditional that holds from the first happens at once',
      [node('userTask', 'x'), boundary('on', 'x', conditional('=n > 1')), ...rest],
      lines,
      '=> other',
      { n: 2 },
    ],
    [
      'two on one activity race: the first that happens withdraws the other',
      [
        node('userTask', 'x'),
        boundary('on', 'x', message('letter')),
        boundary('late', 'x', timer('timeDuration', 'P1D')),
        ...tasks('next', 'other', 'third'),
      ],
      `${lines}\nlate -> third`,
      `fire late => third
       done third => ended third`,
    ],
  ]);
});
