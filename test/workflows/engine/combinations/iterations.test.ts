import { describe, expect, test } from '@jest/globals';
import type { Input } from '../../../../workflows/engine/contract.ts';
import {
  boundary,
  compensate,
  flows,
  handler,
  message,
  multi,
  node,
  script,
  signal,
  sub,
  tasks,
  timer,
  undoneByPerson,
} from '../drawing.ts';
import { drawing, follow, runs } from '../follow.ts';
import { Play } from '../playing.ts';

const lines = 'start -> x\nx -> next\non -> other';
const rest = tasks('next', 'other');

describe('a boundary event on a multi-instance body', () => {
  runs([
    [
      'non-interrupting happens once for the whole, whichever iteration runs',
      [
        node('userTask', 'x', multi({ cardinality: '3' })),
        boundary('on', 'x', timer('timeDuration', 'P1D'), false),
        ...rest,
      ],
      lines,
      'fire on => other x x x\ndone x => other x x\ndone x => other x\ndone x => next other',
    ],
    [
      'non-interrupting on a sequential body outlives its iterations',
      [
        node('userTask', 'x', multi({ cardinality: '2', sequential: true })),
        boundary('on', 'x', message('letter'), false),
        ...rest,
      ],
      lines,
      'send letter => other x\ndone x => other x\nsend letter => other other x\ndone x => next other other',
    ],
    [
      'interrupting ends iterations that stand at different places',
      [
        sub('x', [...tasks('a', 'b'), node('serviceTask', 'c', handler('make'))], 'xStart -> a\na -> b\nb -> c', {
          settings: multi({ cardinality: '3' }),
        }),
        boundary('on', 'x', message('letter')),
        ...rest,
      ],
      lines,
      'done a => a a b\ndone b => a a c\nsend letter => other',
    ],
  ]);

  test('is armed once, not by iteration', async () => {
    const play = new Play(
      await drawing(
        [
          node('userTask', 'x', multi({ cardinality: '3' })),
          boundary('on', 'x', timer('timeDuration', 'P1D'), false),
          ...rest,
        ],
        lines,
      ),
    );
    expect(play.timers()).toHaveLength(1);
  });
});

describe('a boundary timer against the completion in the same activation', () => {
  const model = () => drawing([...tasks('x'), boundary('on', 'x', timer('timeDuration', 'P1D')), ...rest], lines);
  test('the completion wins: the timer finds nothing', async () => {
    const play = new Play(await model());
    const [timer = ''] = Object.keys(play.state.timers);
    play.now = '2026-09-11T10:00:00.000Z';
    follow(play, 'done x => next');
    expect(play.take({ kind: 'timerFired', timer })).toEqual([
      { kind: 'inputIgnored', input: 'timerFired', reason: 'The timer was withdrawn' },
    ]);
    follow(play, '=> next');
  });
  test('a timer that was handled first makes the completion too late', async () => {
    const play = new Play(await model());
    const instance = play.instance('x');
    follow(play, 'fire on => other');
    expect(play.take({ kind: 'taskCompleted', instance, by: 'p', data: {} })).toHaveLength(1);
    follow(play, '=> other');
  });
});

describe('late answers', () => {
  test('of a cancelled handler are recorded, and change nothing', async () => {
    const play = new Play(
      await drawing(
        [node('serviceTask', 'x', handler('make')), boundary('on', 'x', message('letter')), ...rest],
        lines,
      ),
    );
    const instance = play.instance('x');
    play.send('letter');
    const before = play.state;
    const late: Input[] = [
      { kind: 'activityCompleted', instance, output: { late: 1 } },
      { kind: 'activityErred', instance, code: 'A', message: '' },
      { kind: 'activityFailed', instance, detail: '' },
    ];
    for (const input of late)
      expect(play.take(input)).toEqual([
        { kind: 'inputIgnored', input: input.kind, reason: 'Nothing waits for the answer' },
      ]);
    expect({ ...play.state, seq: 0 }).toEqual({ ...before, seq: 0 });
  });
  test('of an iteration that the completion condition cancelled change nothing', async () => {
    const play = new Play(
      await drawing(
        [
          node('userTask', 'x', multi({ cardinality: '2', until: '=numberOfCompletedInstances = 1' })),
          ...tasks('next'),
        ],
        'start -> x\nx -> next',
      ),
    );
    const [, first = '', second = ''] = Object.keys(play.state.instances);
    play.take({ kind: 'taskCompleted', instance: first, by: 'p', data: {} });
    expect(play.take({ kind: 'taskCompleted', instance: second, by: 'p', data: { late: 1 } })).toEqual([
      { kind: 'inputIgnored', input: 'taskCompleted', reason: 'The task is closed' },
    ]);
    expect(play.variables).not.toHaveProperty('late');
  });
});

describe('an incident inside an iteration', () => {
  runs([
    [
      'lets the others go on, and the whole completes after its retry',
      [node('serviceTask', 'x', handler('make') + multi({ cardinality: '3' })), ...tasks('next')],
      'start -> x\nx -> next',
      'fail x => !x x x\nanswer x => !x x\nanswer x => !x\nretry {} => x\nanswer x => next',
    ],
    [
      'of an expression is corrected for that iteration',
      [
        sub('x', [script('s', '=item + offset', 'sum'), ...tasks('a')], 'xStart -> s\ns -> a', {
          settings: multi({ over: '=list' }),
        }),
        ...tasks('next'),
      ],
      'start -> x\nx -> next',
      '=> !s !s\nretry {"offset":1} => !s a\nretry {} => a a\ndone a => a\ndone a => next',
      { list: [1, 2] },
    ],
    [
      'goes with the iteration when a boundary event ends the whole',
      [
        node('serviceTask', 'x', handler('make') + multi({ cardinality: '2' })),
        boundary('on', 'x', message('letter')),
        ...rest,
      ],
      lines,
      'fail x => !x x\nsend letter => other',
    ],
  ]);
});

describe('several instances that wait for one message', () => {
  runs([
    [
      'of one multi-instance receive task take one each, in turn',
      [node('receiveTask', 'x', multi({ cardinality: '2' }), 'messageRef="letter"'), ...tasks('next')],
      'start -> x\nx -> next',
      'send letter => waits\nsend letter => next',
    ],
    [
      'of a signal are all reached by one',
      [
        sub('x', [node('intermediateCatchEvent', 'c', signal('bell')), ...tasks('a')], 'xStart -> c\nc -> a', {
          settings: multi({ cardinality: '2' }),
        }),
        ...tasks('next'),
      ],
      'start -> x\nx -> next',
      'signal bell => a a',
    ],
  ]);
});

describe('an ad-hoc subprocess with a boundary event', () => {
  const adHoc = (until: string): string =>
    node(
      'adHocSubProcess',
      'x',
      tasks('a', 'b').join('') + flows('') + `<bpmn:completionCondition>${until}</bpmn:completionCondition>`,
    );
  runs([
    [
      'is ended by it, its offers withdrawn',
      [adHoc('=ok'), boundary('on', 'x', timer('timeDuration', 'P1D')), ...rest],
      lines,
      'done a {"ok":false} => b\nfire on => other',
    ],
    [
      'that ends by its condition withdraws it',
      [adHoc('=ok'), boundary('on', 'x', timer('timeDuration', 'P1D')), ...rest],
      lines,
      'done a {"ok":true} => next',
    ],
  ]);
});

describe('compensation across nested scopes', () => {
  runs([
    [
      'undoes from the last to the first through all levels, iterations included',
      [
        ...tasks('a'),
        undoneByPerson('a'),
        sub(
          'outer',
          [
            ...tasks('b'),
            undoneByPerson('b'),
            sub('inner', [...tasks('c'), undoneByPerson('c')], 'innerStart -> c', {
              settings: multi({ cardinality: '2', sequential: true }),
            }),
          ],
          'outerStart -> b\nb -> inner',
        ),
        node('endEvent', 'end', compensate()),
      ],
      'start -> a\na -> outer\nouter -> end',
      `done a => b
       done b => c
       done c => c
       done c => undoC
       done undoC => undoC
       done undoC => undoB
       done undoB => undoA
       done undoA => ended end`,
    ],
    [
      'undoes nothing of a subprocess that was interrupted',
      [
        ...tasks('a', 'other'),
        undoneByPerson('a'),
        sub('s', [...tasks('b', 'c'), undoneByPerson('b')], 'sStart -> b\nb -> c'),
        boundary('on', 's', message('letter')),
        node('endEvent', 'end', compensate()),
      ],
      'start -> a\na -> s\non -> other\nother -> end',
      `done a => b
       done b => c
       send letter => other
       done other => undoA
       done undoA => ended end`,
    ],
    [
      'is itself interrupted by what interrupts its scope',
      [
        sub(
          's',
          [...tasks('a'), undoneByPerson('a'), node('endEvent', 'undo', compensate())],
          'sStart -> a\na -> undo',
        ),
        boundary('on', 's', message('letter')),
        ...tasks('next', 'other'),
      ],
      'start -> s\ns -> next\non -> other',
      'done a => undoA\nsend letter => other\ndone other => ended other',
    ],
  ]);
});
