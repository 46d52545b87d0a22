import { expect, test } from '@jest/globals';
import {
  boundary,
  call,
  compensate,
  conditional,
  draw,
  drawBeside,
  error,
  escalation,
  eventSub,
  handler,
  link,
  loop,
  message,
  multi,
  node,
  process,
  script,
  signal,
  sub,
  tasks,
  terminate,
  timer,
  undoneByPerson,
} from '../drawing.ts';
import { drawing, follow } from '../follow.ts';
import { Play } from '../playing.ts';
const start = node('startEvent', 'start');
test('an event-based gateway takes a message that came before it was reached', async () => {
  const play = new Play(
    await drawing(
      [
        ...tasks('a', 'm1', 's1'),
        node('eventBasedGateway', 'g'),
        node('intermediateCatchEvent', 'm', message('letter')),
        node('intermediateCatchEvent', 's', signal('bell')),
      ],
      'start -> a\na -> g\ng -> m\ng -> s\nm -> m1\ns -> s1',
    ),
  );
  play.send('letter', { v: 1 }, 'k', { keep: true });
  follow(play, 'done a => m1');
  expect(play.variables['v']).toBe(1);
});
test('terminate in a called process ends just the iteration that called it', async () => {
  const called = process(
    'called',
    [node('startEvent', 'b'), ...tasks('x', 'y'), node('endEvent', 'stop', terminate)],
    'b -> x\nb -> y\nx -> stop',
  );
  follow(
    new Play(
      await drawBeside(
        [called],
        [start, call('c', 'called', multi({ cardinality: '2' })), ...tasks('next')],
        'start -> c\nc -> next',
      ),
    ),
    '=> x x y y\ndone x => x y\ndone x => next',
  );
});
test('an ad-hoc subprocess that repeats offers its activities in every iteration', async () => {
  follow(
    new Play(
      await drawing(
        [node('adHocSubProcess', 'x', multi({ cardinality: '2' }) + tasks('a', 'b').join('')), ...tasks('next')],
        'start -> x\nx -> next',
      ),
    ),
    '=> a a b b\ndone a => a b b\ndone b => a b\ndone a => b\ndone b => next',
  );
});
test('a sequential ad-hoc subprocess offers the next activity when every iteration of the last is done', async () => {
  follow(
    new Play(
      await drawing(
        [
          node(
            'adHocSubProcess',
            'x',
            node('userTask', 'a', multi({ cardinality: '2' })) + tasks('b').join(''),
            'ordering="Sequential"',
          ),
          ...tasks('next'),
        ],
        'start -> x\nx -> next',
      ),
    ),
    '=> a a\ndone a => a\ndone a => b\ndone b => next',
  );
});
test('what several calls of one process completed is undone call by call', async () => {
  const called = process('called', [node('startEvent', 'b'), ...tasks('x'), undoneByPerson('x')], 'b -> x');
  follow(
    new Play(
      await drawBeside(
        [called],
        [start, call('c', 'called', multi({ cardinality: '2' })), node('endEvent', 'undo', compensate())],
        'start -> c\nc -> undo',
      ),
    ),
    '=> x x\ndone x => x\ndone x => undoX\ndone undoX => undoX\ndone undoX => ended undo',
  );
});
test('a case that is cancelled with undoing ends when all is undone', async () => {
  const play = new Play(
    await drawing(
      [...tasks('a', 'b'), undoneByPerson('a'), boundary('on', 'b', message('letter'))],
      'start -> a\na -> b\non -> end',
    ),
  );
  follow(play, 'done a => b');
  play.take({ kind: 'caseCancelled', by: 'o', undo: true });
  follow(play, '=> undoA\ndone undoA => ended');
});
test('a condition inside a called process reads the variables of that process', async () => {
  const called = process(
    'called',
    [node('startEvent', 'b'), ...tasks('x', 'y'), eventSub('e', conditional('=own > 1'), tasks('h'), 'eStart -> h')],
    'b -> x\nx -> y',
  );
  follow(
    new Play(await drawBeside([called], [start, call('c', 'called'), ...tasks('next')], 'start -> c\nc -> next')),
    '=> x\ndone x {"own":2} => h\ndone h => next',
  );
});
test('a link in a looped subprocess leads on in its own round', async () => {
  follow(
    new Play(
      await drawing(
        [
          sub(
            's',
            [
              node('intermediateThrowEvent', 'o', link('l')),
              node('intermediateCatchEvent', 'i', link('l')),
              ...tasks('a'),
            ],
            'sStart -> o\ni -> a',
            { settings: loop({ loopMaximum: 2 }) },
          ),
          ...tasks('next'),
        ],
        'start -> s\ns -> next',
      ),
    ),
    '=> a\ndone a => a\ndone a => next',
  );
});
test('an escalation end event of a called process interrupts the call', async () => {
  const called = process(
    'called',
    [node('startEvent', 'b'), ...tasks('x'), node('endEvent', 'up', escalation('escalationA'))],
    'b -> x\nx -> up',
  );
  follow(
    new Play(
      await drawBeside(
        [called],
        [start, call('c', 'called'), boundary('on', 'c', escalation(), true), ...tasks('n', 'o')],
        'start -> c\nc -> n\non -> o',
      ),
    ),
    'done x => o',
  );
});
test('a case begun at its none start event waits for no other start', async () => {
  const play = new Play(
    await draw([node('startEvent', 't', timer('timeCycle', 'R/P1D')), start, ...tasks('a')], 'start -> a\nt -> a'),
  );
  follow(play, '=> a');
  expect(play.awaits()).toEqual(['userTask:a']);
});
test('a message start event that the case awaits begins an instance each time, and the case ends with the last', async () => {
  const play = new Play(
    await draw([node('startEvent', 'm', message('letter')), ...tasks('a')], 'm -> a'),
    {},
    undefined,
    { awaitEvent: true },
  );
  follow(play, 'send letter => a\nsend letter => a a\ndone a => a\ndone a => ended a');
});
test('a path beside a multi-instance activity is no part of the join behind it', async () => {
  follow(
    new Play(
      await drawing(
        [
          node('parallelGateway', 'f'),
          node('parallelGateway', 'j'),
          node('userTask', 'a', multi({ cardinality: '2' })),
          boundary('on', 'a', signal('bell'), false),
          ...tasks('b', 'c', 'next'),
        ],
        'start -> f\nf -> a\nf -> b\na -> j\nb -> j\non -> c\nj -> next',
      ),
    ),
    'signal bell => a a b c\ndone a => a b c\ndone a => b c\ndone b => c next\ndone c => next',
  );
});
test('an incident in a round of a loop holds up that round alone', async () => {
  follow(
    new Play(
      await drawing(
        [
          sub('s', [script('x', '=n + 1', 'n')], 'sStart -> x', { settings: loop({ loopMaximum: 3 }) }),
          ...tasks('next'),
        ],
        'start -> s\ns -> next',
      ),
    ),
    '=> !x\nretry {"n":1} => next',
  );
});
test('an error in one round of a loop ends the loop', async () => {
  follow(
    new Play(
      await drawing(
        [
          node('serviceTask', 'x', handler('make') + loop({ loopMaximum: 3 })),
          boundary('on', 'x', error('errorA')),
          ...tasks('next', 'other'),
        ],
        'start -> x\nx -> next\non -> other',
      ),
    ),
    'answer x => x\nerr x A => other',
  );
});
