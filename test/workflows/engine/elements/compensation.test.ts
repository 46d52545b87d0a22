import { describe, expect, test } from '@jest/globals';
import {
  boundary,
  call,
  cancel,
  compensate,
  drawBeside,
  eventSub,
  handler,
  message,
  multi,
  node,
  process,
  script,
  sub,
  tasks,
  undoing,
  undoneByPerson,
} from '../drawing.ts';
import { drawing, follow, runs } from '../follow.ts';
import { Play } from '../playing.ts';

const undoAll = node('endEvent', 'end', compensate());
const undoEvent = (id: string, definition: string): string => node('intermediateThrowEvent', id, definition);
/** Undoes its subprocess by an event subprocess in which a person does `undo`. */
const undoneInside = (undo: string): string =>
  eventSub(`${undo}Event`, compensate(), tasks(undo), `${undo}EventStart -> ${undo}`);

describe('compensation', () => {
  runs([
    [
      'undoes in reverse order of completion, one after the other',
      [
        ...tasks('a', 'b'),
        undoneByPerson('a'),
        undoneByPerson('b'),
        ...tasks('c'),
        node('parallelGateway', 'join'),
        undoAll,
      ],
      'start -> a\nstart -> b\na -> join\nb -> join\njoin -> c\nc -> end',
      `done b => a
       done a => c
       done c => undoA
       done undoA => undoB
       done undoB => ended end`,
    ],
    [
      'undoes nothing that did not complete, and goes on at once when there is nothing',
      [...tasks('a', 'b', 'next'), undoneByPerson('a'), undoEvent('undo', compensate())],
      'start -> a\nstart -> b\nb -> undo\nundo -> next',
      'done b => a next',
    ],
    [
      'undoes just the activity it names',
      [...tasks('a', 'b', 'next'), undoneByPerson('a'), undoneByPerson('b'), undoEvent('undo', compensate('a'))],
      'start -> a\na -> b\nb -> undo\nundo -> next',
      `done a => b
       done b => undoA
       done undoA => next`,
    ],
    [
      'undoes an activity once only',
      [...tasks('a', 'b', 'next'), undoneByPerson('a'), undoEvent('undo', compensate('a')), undoAll],
      'start -> a\na -> undo\nundo -> next\nnext -> end',
      `done a => undoA
       done undoA => next
       done next => ended end`,
    ],
    [
      'undoes as often as it was done',
      [
        ...tasks('a'),
        undoneByPerson('a'),
        node('exclusiveGateway', 'in'),
        node('exclusiveGateway', 'out', '', 'default="out_end"'),
        undoAll,
      ],
      'start -> in\nin -> a\na -> out\nout -> in : more\nout -> end',
      `done a {"more":true} => a
       done a {"more":false} => undoA
       done undoA => undoA
       done undoA => ended end`,
    ],
    [
      'does not wait when it is drawn so',
      [...tasks('a', 'next'), undoneByPerson('a'), undoEvent('undo', compensate(undefined, false))],
      'start -> a\na -> undo\nundo -> next\nnext -> end',
      `done a => next undoA
       done next => undoA
       done undoA => ended end`,
    ],
    [
      'undoes every iteration of a multi-instance activity',
      [node('userTask', 'a', multi({ cardinality: '3' })), undoneByPerson('a'), undoAll],
      'start -> a\na -> end',
      `done a => a a
       done a => a
       done a => undoA
       done undoA => undoA
       done undoA => undoA
       done undoA => ended end`,
    ],
    [
      'undoes what completed inside a subprocess, in its place in the order',
      [
        ...tasks('a', 'c'),
        undoneByPerson('a'),
        undoneByPerson('c'),
        sub('s', [...tasks('b'), undoneByPerson('b')], 'sStart -> b'),
        undoAll,
      ],
      'start -> a\na -> s\ns -> c\nc -> end',
      `done a => b
       done b => c
       done c => undoC
       done undoC => undoB
       done undoB => undoA
       done undoA => ended end`,
    ],
    [
      'lets a compensation event subprocess stand for what is inside',
      [sub('s', [...tasks('b'), undoneByPerson('b'), undoneInside('u')], 'sStart -> b'), undoAll],
      'start -> s\ns -> end',
      `done b => u
       done u => ended end`,
    ],
    [
      'of a compensation event subprocess may undo what is inside in turn',
      [
        sub(
          's',
          [
            ...tasks('b'),
            undoneByPerson('b'),
            eventSub(
              'e',
              compensate(),
              [...tasks('u'), undoEvent('deeper', compensate('b'))],
              'eStart -> u\nu -> deeper',
            ),
          ],
          'sStart -> b',
        ),
        undoAll,
      ],
      'start -> s\ns -> end',
      `done b => u
       done u => undoB
       done undoB => ended end`,
    ],
    [
      'of a subprocess with a handler of its own calls just that',
      [sub('s', [...tasks('b'), undoneByPerson('b')], 'sStart -> b'), undoneByPerson('s'), undoAll],
      'start -> s\ns -> end',
      `done b => undoS
       done undoS => ended end`,
    ],
    [
      'thrown in an event subprocess undoes what its scope completed',
      [
        ...tasks('a', 'b'),
        undoneByPerson('a'),
        eventSub('e', message('letter'), [node('endEvent', 'undo', compensate())], 'eStart -> undo'),
      ],
      'start -> a\na -> b',
      `done a => b
       send letter => undoA
       done undoA => ended undo`,
    ],
    [
      'by a handler waits for its answer, and a failing one for an operator',
      [
        ...tasks('a'),
        undoing('a', node('serviceTask', 'back', handler('refund'), 'isForCompensation="true"'), 'back'),
        undoAll,
      ],
      'start -> a\na -> end',
      `done a => back
       fail back => !back
       retry {} => back
       answer back => ended end`,
    ],
    [
      'by a subprocess runs all of it',
      [
        ...tasks('a'),
        undoing(
          'a',
          sub('back', tasks('u', 'v'), 'backStart -> u\nu -> v', { attributes: 'isForCompensation="true"' }),
          'back',
        ),
        undoAll,
      ],
      'start -> a\na -> end',
      `done a => u
       done u => v
       done v => ended end`,
    ],
  ]);

  test('gives back to the inside of a subprocess the variables it had when it completed', async () => {
    const inside = [
      script('keep', '=n', 'kept'),
      eventSub('e', compensate(), [script('show', '=kept', 'shown')], 'eStart -> show'),
    ];
    const own =
      '<bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=0" target="kept"/><zeebe:output source="=kept" target="out"/></zeebe:ioMapping></bpmn:extensionElements>';
    const play = new Play(
      await drawing(
        [sub('s', inside, 'sStart -> keep\n', { settings: own }), ...tasks('a'), undoAll],
        'start -> s\ns -> a\na -> end',
      ),
      { n: 7 },
    );
    follow(play, 'done a {"n":9} => ended end');
    expect(play.variables).toMatchObject({ n: 9, shown: 7 });
  });

  test('reaches into a called process', async () => {
    const called = process('called', [node('startEvent', 'begin'), ...tasks('b'), undoneByPerson('b')], 'begin -> b');
    const play = new Play(
      await drawBeside([called], [node('startEvent', 'start'), call('c', 'called'), undoAll], 'start -> c\nc -> end'),
    );
    follow(play, 'done b => undoB\ndone undoB => ended end');
  });
});

describe('a transaction', () => {
  const transaction = (inside: string[], lines: string): string => sub('t', inside, lines, { type: 'transaction' });
  const after = [boundary('cancelled', 't', cancel), ...tasks('after', 'normal')];
  const around = 'start -> t\nt -> normal\ncancelled -> after';
  const stop = node('endEvent', 'stop', cancel);
  runs([
    [
      'that is not cancelled completes as any subprocess',
      [transaction([...tasks('a'), undoneByPerson('a'), stop], 'tStart -> a'), ...after],
      around,
      'done a => normal',
    ],
    [
      'that is cancelled stops, undoes what completed and goes on at its cancel event',
      [
        transaction(
          [...tasks('a', 'b', 'c'), undoneByPerson('a'), undoneByPerson('b'), stop],
          'tStart -> a\ntStart -> c\na -> b\nb -> stop',
        ),
        ...after,
      ],
      around,
      `done a => b c
       done b => undoB
       done undoB => undoA
       done undoA => after`,
    ],
    [
      'that is cancelled with nothing to undo goes on at once',
      [transaction([...tasks('a'), stop], 'tStart -> a\na -> stop'), ...after],
      around,
      'done a => after',
    ],
    [
      'is cancelled from a subprocess inside it, whose own work is undone first',
      [
        transaction(
          [
            ...tasks('a'),
            undoneByPerson('a'),
            sub('n', [...tasks('b', 'c'), undoneByPerson('b'), stop], 'nStart -> b\nnStart -> c\nb -> stop'),
          ],
          'tStart -> a\na -> n',
        ),
        ...after,
      ],
      around,
      `done a => b c
       done b => undoB
       done undoB => undoA
       done undoA => after`,
    ],
    [
      'that completed is undone as a subprocess is',
      [
        transaction([...tasks('a'), undoneByPerson('a'), stop], 'tStart -> a'),
        boundary('cancelled', 't', cancel),
        ...tasks('after'),
        undoAll,
      ],
      'start -> t\nt -> end\ncancelled -> after',
      `done a => undoA
       done undoA => ended end`,
    ],
  ]);
});
