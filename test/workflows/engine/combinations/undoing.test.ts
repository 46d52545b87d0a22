import { describe, expect, test } from '@jest/globals';
import {
  boundary,
  cancel,
  compensate,
  error,
  eventSub,
  loop,
  message,
  multi,
  node,
  script,
  sub,
  tasks,
  terminate,
  timer,
  undoing,
  undoneByPerson,
} from '../drawing.ts';
import { drawing, follow, runs } from '../follow.ts';
import { Play } from '../playing.ts';

const undoAll = node('endEvent', 'end', compensate());
const forUndoing = (element: string): string =>
  element.replace('<bpmn:scriptTask ', '<bpmn:scriptTask isForCompensation="true" ');
const noteItem = script('note', '={ undone: append(undone, item) }');
const list = { list: [1, 2, 3], undone: [] };

describe('what undoes one iteration', () => {
  test('sees its item, as a handler, and leaves no scope behind', async () => {
    const each = node('task', 'a', multi({ over: '=list', sequential: true }));
    const play = new Play(
      await drawing([each, undoing('a', forUndoing(noteItem), 'note'), undoAll], 'start -> a\na -> end'),
      list,
    );
    follow(play, '=> ended end');
    expect(play.variables['undone']).toEqual([3, 2, 1]);
    expect(Object.keys(play.state.scopes)).toEqual(['0']);
  });

  test('sees its item, as a compensation event subprocess', async () => {
    const inside = [...tasks('t'), eventSub('e', compensate(), [noteItem], 'eStart -> note')];
    const each = sub('a', inside, 'aStart -> t', { settings: multi({ over: '=list', sequential: true }) });
    const play = new Play(await drawing([each, undoAll], 'start -> a\na -> end'), list);
    follow(play, 'done t => t\ndone t => t\ndone t => ended end');
    expect(play.variables['undone']).toEqual([3, 2, 1]);
  });

  test('may be a person, from any snapshot', async () => {
    const each = node('task', 'a', multi({ over: '=list' }));
    const play = new Play(await drawing([each, undoneByPerson('a'), undoAll], 'start -> a\na -> end'), list);
    const seen: unknown[] = [];
    while (play.tasks().length > 0) {
      seen.push(play.state.scopes[play.state.instances[play.instance('undoA')]?.scope ?? '']?.locals['item']);
      play.complete('undoA');
    }
    expect(seen).toEqual([3, 2, 1]);
    expect(play.outcome).toBe('end');
  });
});

describe('undoing', () => {
  const undo = node('intermediateThrowEvent', 'undo', compensate());
  runs([
    [
      'is ended by the cancelling of one iteration of a transaction, which ends the whole',
      [
        sub('t', [...tasks('a'), undoneByPerson('a'), node('endEvent', 'no', cancel)], 'tStart -> a\na -> no', {
          type: 'transaction',
          settings: multi({ cardinality: '2' }),
        }),
        boundary('on', 't', cancel),
        ...tasks('next', 'other'),
      ],
      'start -> t\nt -> next\non -> other',
      '=> a a\ndone a => a undoA\ndone undoA => other\ndone other => ended other',
    ],
    [
      'that throws an error hands it to what is around the place it is thrown',
      [
        sub(
          's',
          [
            ...tasks('a'),
            undoing(
              'a',
              sub('h', [...tasks('u'), node('endEvent', 'f', error('errorA'))], 'hStart -> u\nu -> f', {
                attributes: 'isForCompensation="true"',
              }),
              'h',
            ),
            node('endEvent', 'undo', compensate()),
          ],
          'sStart -> a\na -> undo',
        ),
        boundary('on', 's', error()),
        ...tasks('next', 'other'),
      ],
      'start -> s\ns -> next\non -> other',
      'done a => u\ndone u => other',
    ],
    [
      'of a named subprocess undoes what is inside it',
      [
        sub('s', [...tasks('b'), undoneByPerson('b')], 'sStart -> b'),
        ...tasks('c'),
        node('endEvent', 'end', compensate('s')),
      ],
      'start -> s\ns -> c\nc -> end',
      'done b => c\ndone c => undoB\ndone undoB => ended end',
    ],
    [
      'of a loop undoes every round',
      [sub('s', [...tasks('b'), undoneByPerson('b')], 'sStart -> b', { settings: loop({ loopMaximum: 2 }) }), undoAll],
      'start -> s\ns -> end',
      'done b => b\ndone b => undoB\ndone undoB => undoB\ndone undoB => ended end',
    ],
    [
      'is ended by a terminate end event',
      [...tasks('a', 'k'), undoneByPerson('a'), undo, node('endEvent', 'stop', terminate)],
      'start -> a\nstart -> k\na -> undo\nk -> stop',
      'done a => k undoA\ndone k => ended stop',
    ],
    [
      'is ended by an event subprocess that interrupts',
      [...tasks('a'), undoneByPerson('a'), undo, eventSub('e', message('letter'), tasks('h'), 'eStart -> h')],
      'start -> a\na -> undo',
      'done a => undoA\nsend letter => h\ndone h => ended e',
    ],
  ]);
});

describe('a multiple catch event of a cycle and a message', () => {
  runs([
    [
      'is left with the message, whatever is left of the cycle',
      [node('intermediateCatchEvent', 'x', timer('timeCycle', 'R3/PT1H') + message('letter')), ...tasks('next')],
      'start -> x\nx -> next',
      'fire x => next\nsend letter => next next\ndone next => next\ndone next => ended next',
    ],
  ]);
});
