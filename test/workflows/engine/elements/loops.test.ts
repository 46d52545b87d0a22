import { describe, expect, test } from '@jest/globals';
import {
  boundary,
  drawBeside,
  error,
  escalation,
  loop,
  message,
  multi,
  node,
  script,
  signal,
  sub,
  tasks,
} from '../drawing.ts';
import { drawing, follow, runs } from '../follow.ts';
import { Play } from '../playing.ts';

const person = (settings: string): string => node('userTask', 'x', settings);
const lines = 'start -> x\nx -> next';
const next = tasks('next');

describe('a standard loop', () => {
  runs([
    [
      'goes round while its condition holds, looked at afterwards',
      [person(loop({ condition: '=more' })), ...next],
      lines,
      'done x {"more":true} => x\ndone x {"more":false} => next',
    ],
    [
      'that looks first may not go round at all',
      [person(loop({ condition: '=n > 0', testBefore: true })), ...next],
      lines,
      '=> next',
      { n: 0 },
    ],
    [
      'that looks first goes round while it holds',
      [person(loop({ condition: '=n > 0', testBefore: true })), ...next],
      lines,
      '=> x\ndone x {"n":0} => next',
      { n: 1 },
    ],
    [
      'stops at its maximum',
      [person(loop({ condition: '=true', loopMaximum: 2 })), ...next],
      lines,
      'done x => x\ndone x => next',
    ],
    [
      'with a maximum alone goes round as often',
      [person(loop({ loopMaximum: 3 })), ...next],
      lines,
      'done x => x\ndone x => x\ndone x => next',
    ],
    [
      'counts its rounds',
      [person(loop({ condition: '=loopCounter < 2' })), ...next],
      lines,
      'done x => x\ndone x => next',
    ],
    [
      'of a subprocess runs all of it each round',
      [sub('x', tasks('a', 'b'), 'xStart -> a\na -> b', { settings: loop({ loopMaximum: 2 }) }), ...next],
      lines,
      'done a => b\ndone b => a\ndone a => b\ndone b => next',
    ],
    [
      'is ended by what interrupts it',
      [person(loop({ loopMaximum: 3 })), boundary('on', 'x', message('letter')), ...tasks('next', 'other')],
      `${lines}\non -> other`,
      'done x => x\nsend letter => other',
    ],
    [
      'whose condition fails goes on from there after a retry',
      [person(loop({ condition: '=more' })), ...next],
      lines,
      'done x => !x\nretry {"more":true} => x\ndone x {"more":false} => next',
    ],
  ]);
});

describe('a multi-instance activity', () => {
  runs([
    [
      'parallel: all at once',
      [person(multi({ cardinality: '3' })), ...next],
      lines,
      '=> x x x\ndone x => x x\ndone x => x\ndone x => next',
    ],
    [
      'sequential: one after the other',
      [person(multi({ cardinality: '=n', sequential: true })), ...next],
      lines,
      '=> x\ndone x => x\ndone x => next',
      { n: 2 },
    ],
    ['of none is passed through', [person(multi({ cardinality: '0' })), ...next], lines, '=> next'],
    ['over an empty list is passed through', [person(multi({ over: '=[]' })), ...next], lines, '=> next'],
    [
      'over a list runs once for each',
      [person(multi({ over: '=list' })), ...next],
      lines,
      '=> x x\ndone x => x\ndone x => next',
      { list: [5, 6] },
    ],
    [
      'over no list is an incident until it is one',
      [person(multi({ over: '=list' })), ...next],
      lines,
      '=> !x\nretry {"list":[1]} => x',
      { list: 1 },
    ],
    [
      'of a cardinality that is no number is an incident',
      [person(multi({ cardinality: '=n' })), ...next],
      lines,
      '=> !x\nretry {"n":1} => x',
      { n: -1 },
    ],
    [
      'that completes early cancels the rest',
      [person(multi({ cardinality: '3', until: '=numberOfCompletedInstances >= 2' })), ...next],
      lines,
      'done x => x x\ndone x => next',
    ],
    [
      'sequential that completes early starts no more',
      [person(multi({ cardinality: '3', sequential: true, until: '=enough' })), ...next],
      lines,
      'done x {"enough":false} => x\ndone x {"enough":true} => next',
    ],
    [
      'whose completion condition fails goes on from there after a retry',
      [person(multi({ cardinality: '3', until: '=enough' })), ...next],
      lines,
      'done x => !x x x\nretry {"enough":false} => x x\ndone x => x\ndone x => next',
    ],
    [
      'sequential whose completion condition fails starts the next one after a retry',
      [person(multi({ cardinality: '2', sequential: true, until: '=enough' })), ...next],
      lines,
      'done x => !x\nretry {"enough":false} => x\ndone x => next',
    ],
    [
      'of subprocesses runs each in a scope of its own',
      [sub('x', tasks('a', 'b'), 'xStart -> a\na -> b', { settings: multi({ cardinality: '2' }) }), ...next],
      lines,
      '=> a a\ndone a => a b\ndone b => a\ndone a => b\ndone b => next',
    ],
    [
      'that is interrupted ends every iteration',
      [person(multi({ cardinality: '3' })), boundary('on', 'x', message('letter')), ...tasks('next', 'other')],
      `${lines}\non -> other`,
      'done x => x x\nsend letter => other',
    ],
    [
      'is ended as a whole by an error of one iteration',
      [
        sub('x', [...tasks('a'), node('endEvent', 'fail', error('errorA'))], 'xStart -> a\na -> fail', {
          settings: multi({ cardinality: '2' }),
        }),
        boundary('on', 'x', error()),
        ...tasks('next', 'other'),
      ],
      `${lines}\non -> other`,
      '=> a a\ndone a => other',
    ],
  ]);

  test('gathers what each iteration gives in the order of the list, whatever the order of completion', async () => {
    const play = new Play(await drawing([person(multi({ over: '=list', collects: '=item * 10' })), ...next], lines), {
      list: [1, 2, 3],
      all: null,
    });
    const [first, second, third] = play.state.instances ? Object.keys(play.state.instances).slice(1) : [];
    for (const instance of [third, first, second])
      play.take({ kind: 'taskCompleted', instance: instance ?? '', by: 'p', data: {} });
    expect(play.variables['all']).toEqual([10, 20, 30]);
  });

  test('gives each iteration its item and counter, which nobody else sees', async () => {
    const inside = [script('note', '={ seen: append(seen, item + loopCounter) }')];
    const play = new Play(
      await drawing(
        [sub('x', inside, 'xStart -> note', { settings: multi({ over: '=list', sequential: true }) }), ...next],
        lines,
      ),
      { list: [10, 20], seen: [] },
    );
    expect(play.variables).toEqual({ list: [10, 20], seen: [11, 22] });
  });

  const announcing = (behaviour: string, reference: string, more = ''): string =>
    multi({ cardinality: '3', attributes: `behavior="${behaviour}" ${reference}`, more });
  const definition = '<bpmn:signalEventDefinition id="done" signalRef="bell"/>';
  test.each<[string, string, string]>([
    ['All: no event', announcing('All', ''), 'done x => x x\ndone x => x\ndone x => next'],
    [
      'One: an event when the first completes',
      announcing('One', 'oneBehaviorEventRef="done"'),
      'done x => other x x\ndone x => other x\ndone x => next other',
    ],
    [
      'None: an event each time',
      announcing('None', 'noneBehaviorEventRef="done"'),
      'done x => other x x\ndone x => other other x\ndone x => next other other other',
    ],
    [
      'Complex: an event when its condition holds, which interrupts the rest',
      announcing(
        'Complex',
        '',
        `<bpmn:complexBehaviorDefinition><bpmn:condition>=numberOfCompletedInstances = 2</bpmn:condition><bpmn:event id="then">${signal('bell')}</bpmn:event></bpmn:complexBehaviorDefinition>`,
      ),
      'done x => x x\ndone x => next other',
    ],
  ])('whose behaviour is %s', async (_name, settings, script) => {
    const elements = [
      node('startEvent', 'start'),
      person(settings),
      boundary('on', 'x', signal('bell')),
      ...tasks('next', 'other'),
    ];
    follow(new Play(await drawBeside([definition], elements, `${lines}\non -> other`)), script);
  });

  test('announces an escalation to its border without a boundary event to catch it, and goes on', async () => {
    const settings = announcing('One', 'oneBehaviorEventRef="done"');
    const root = escalation('escalationA').replace(
      '<bpmn:escalationEventDefinition',
      '<bpmn:escalationEventDefinition id="done"',
    );
    const play = new Play(await drawBeside([root], [node('startEvent', 'start'), person(settings), ...next], lines));
    expect(play.complete('x')).toContainEqual({ kind: 'escalationThrown', element: 'x', code: 'A', caught: false });
  });
});
