import { describe, expect, test } from '@jest/globals';
import { migrate, planMigration } from '../../../../workflows/engine/migrate.ts';
import { boundary, draw, extended, flows, handler, io, message, node, timer } from '../drawing.ts';
import { Play } from '../playing.ts';
import { moved, refused } from './versions.ts';

const start = node('startEvent', 'start');
const end = node('endEvent', 'end');
const task = (id: string, more = ''): string => node('userTask', id, more);
const form = (id: string): string => extended(`<zeebe:formDefinition formId="${id}"/>`);
const many = (inside: string, attributes = ''): string =>
  `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${inside}</bpmn:multiInstanceLoopCharacteristics>`;
const three = '<bpmn:loopCardinality>3</bpmn:loopCardinality>';
const straight = (middle: string, id: string) => draw([start, middle, end], `start -> ${id}\n${id} -> end`);

describe('a case on another version of its procedure', () => {
  test('goes on behind the elements that bear the same ids', async () => {
    const play = new Play(await straight(task('a'), 'a'));
    const { play: after } = moved(play, await draw([start, task('a'), task('b'), end], 'start -> a\na -> b\nb -> end'));
    after.complete('a');
    expect(after.tasks()).toEqual(['b']);
    expect([after.state.seq, after.state.counter > play.state.counter]).toEqual([3, true]);
  });

  test('stands where the operator says that an element without its like belongs', async () => {
    const play = new Play(await straight(task('a', form('old')), 'a'));
    const to = await straight(task('b', form('new')), 'b');
    expect(refused(play, to)).toEqual(['a migration.elementMissing']);
    const { play: after, effects } = moved(play, to, { a: 'b' });
    expect(planMigration(play.graph, to, play.state, { a: 'b' }, play.now).moves).toEqual([
      { instance: play.instance('a'), from: 'a', to: 'b' },
    ]);
    expect(effects).toMatchObject([
      { kind: 'elementMigrated', from: 'a', to: 'b', instance: play.instance('a') },
      { kind: 'taskChanged', task: { element: 'b', form: 'new', instance: play.instance('a') } },
    ]);
    after.complete('b');
    expect(after.outcome).toBe('end');
  });

  test('is refused with every problem at once, and is not changed', async () => {
    const play = new Play(
      await draw(
        [start, task('a'), task('b'), task('c'), end],
        'start -> a\nstart -> b\nstart -> c\na -> end\nb -> end\nc -> end',
      ),
    );
    const to = await draw(
      [start, node('receiveTask', 'a', '', 'messageRef="letter"'), node('userTask', 'c', many(three)), end],
      'start -> a\nstart -> c\na -> end\nc -> end',
    );
    const problems = [
      'ghost migration.mappingUnknown',
      'a migration.kindDiffers',
      'b migration.elementMissing',
      'c migration.loopDiffers',
    ];
    expect(refused(play, to, { ghost: 'a' })).toEqual(problems);
    expect(migrate(play.graph, to, play.state, {}, play.now)).toMatchObject({ ok: false, failure: 'migrationRefused' });
  });

  test('is refused where an element was drawn into another subprocess', async () => {
    const play = new Play(await straight(task('a'), 'a'));
    const inner = node('subProcess', 'sub', node('startEvent', 's') + task('a') + flows('s -> a'));
    expect(refused(play, await straight(inner, 'sub'))).toEqual(['a migration.elsewhere']);
  });
});

describe('tokens before a join', () => {
  const joined = (tasks: string[], flow = '') =>
    draw(
      [start, ...tasks.map((id) => task(id)), node('parallelGateway', 'join'), task('after')],
      `${tasks.map((id) => `start -> ${id}\n${id} -> join`).join('\n')}\njoin -> after${flow}`,
    );

  test('wait by the flow of the same id, or by the one from the same element', async () => {
    const play = new Play(await joined(['a', 'b']));
    play.complete('a');
    const graph = await joined(['a', 'b']);
    const other = JSON.parse(JSON.stringify(graph).replaceAll('"a_join"', '"renamed"')) as typeof graph;
    const { play: after } = moved(play, other);
    after.complete('b');
    expect(after.tasks()).toEqual(['after']);
  });

  test('go on when the new version waits for no more', async () => {
    const play = new Play(await joined(['a', 'b', 'c']));
    play.complete('a');
    play.complete('b');
    play.take({ kind: 'tokenEnded', by: 'o', instance: play.instance('c') });
    expect(play.tasks()).toEqual([]);
    const { play: after } = moved(play, await joined(['a', 'b']));
    expect(after.tasks()).toEqual(['after']);
  });

  test('are named when their flow is gone', async () => {
    const play = new Play(await joined(['a', 'b']));
    play.complete('a');
    expect(refused(play, await joined(['b', 'c']))).toEqual(['a_join migration.flowMissing']);
  });
});

describe('what waits for events', () => {
  const guarded = (...events: string[]) =>
    draw(
      [start, task('a'), ...events, task('next'), end],
      `start -> a\na -> end\nnext -> end\n${events.map((_, at) => `e${at} -> next`).join('\n')}`,
    );

  test('keeps the due time of a timer of the same kind, and reads one of another kind anew', async () => {
    const play = new Play(await guarded(boundary('e0', 'a', timer('timeDuration', 'PT1H'))));
    const [same, other] = [
      await guarded(boundary('e0', 'a', timer('timeDuration', 'P7D'))),
      await guarded(boundary('e0', 'a', timer('timeDate', '2026-12-01T00:00:00Z'))),
    ];
    expect(moved(play, same).play.timers()).toEqual(['e0 2026-09-10T11:00:00.000Z']);
    const { play: after, effects } = moved(play, other);
    expect(after.timers()).toEqual(['e0 2026-12-01T00:00:00.000Z']);
    expect(effects.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['timerCancelled', 'timerStarted']));
  });

  test('arms a boundary event that is new and withdraws one that is gone', async () => {
    const play = new Play(await guarded(boundary('e0', 'a', timer('timeDuration', 'PT1H'))));
    const to = await draw(
      [start, task('a'), boundary('asked', 'a', message('letter')), task('next'), end],
      'start -> a\na -> end\nasked -> next\nnext -> end',
    );
    const { play: after, effects } = moved(play, to);
    expect(effects).toMatchObject([
      { kind: 'subscribed', message: 'letter', element: 'asked' },
      { kind: 'timerCancelled' },
      { kind: 'taskChanged' },
    ]);
    after.send('letter');
    expect(after.tasks()).toEqual(['next']);
  });

  test('does not let a timer that fired fire again', async () => {
    const graph = await guarded(boundary('e0', 'a', timer('timeDuration', 'PT1H'), false));
    const play = new Play(graph);
    play.fire('e0');
    expect(moved(play, graph).play.timers()).toEqual([]);
  });

  test('waits for the message by its new name, which may have come before', async () => {
    const catching = (name: string) => straight(node('receiveTask', 'wait', '', `messageRef="${name}"`), 'wait');
    const play = new Play(await catching('letter'));
    const { play: after, effects } = moved(play, await catching('appeal'));
    expect(effects.map(({ kind }) => kind)).toEqual(['subscribed', 'unsubscribed']);
    after.send('letter');
    expect(after.outcome).toBeUndefined();
    after.send('appeal');
    expect(after.outcome).toBe('end');
  });

  test('watches for an event subprocess that is new in a running scope', async () => {
    const play = new Play(await straight(task('a'), 'a'));
    const aside = node(
      'subProcess',
      'aside',
      node('startEvent', 's', message('appeal')) + task('x') + flows('s -> x'),
      'triggeredByEvent="true"',
    );
    const { play: after } = moved(play, await draw([start, task('a'), end, aside], 'start -> a\na -> end'));
    after.send('appeal');
    expect(after.tasks()).toEqual(['x']);
  });

  test('names what cannot begin to wait', async () => {
    const play = new Play(await guarded());
    expect(refused(play, await guarded(boundary('e0', 'a', timer('timeDuration', '=unknown'))))).toEqual([
      'e0 migration.expressionFailed',
    ]);
  });

  test('takes the events behind an event-based gateway as the new version draws them', async () => {
    const either = (...more: [string, string][]) =>
      draw(
        [
          start,
          node('eventBasedGateway', 'either'),
          node('intermediateCatchEvent', 'byTime', timer('timeDuration', 'PT1H')),
          ...more.map(([id, name]) => node('intermediateCatchEvent', id, message(name))),
          task('next'),
        ],
        `start -> either\neither -> byTime\nbyTime -> next\n${more.map(([id]) => `either -> ${id}\n${id} -> next`).join('\n')}`,
      );
    const { play: after } = moved(new Play(await either(['one', 'letter'])), await either(['two', 'appeal']));
    expect(Object.values(after.state.subscriptions).map(({ element }) => element)).toEqual(['two']);
    after.send('appeal');
    expect([after.tasks(), after.timers()]).toEqual([['next'], []]);
  });
});

describe('work that goes on', () => {
  const calling = (type: string) => straight(node('serviceTask', 'call', handler(type, io({ out: {} }))), 'call');

  test('is left alone by the same handler, and called off for another', async () => {
    const play = new Play(await calling('make'));
    expect(moved(play, await calling('make')).effects).toEqual([]);
    expect(moved(play, await calling('other')).effects).toMatchObject([
      { kind: 'activityCancelled', instance: play.instance('call') },
      { kind: 'activityStarted', handler: 'other', instance: play.instance('call') },
    ]);
  });

  test('keeps the iterations of a loop, and refuses another kind of loop', async () => {
    const looping = (id: string, more = '') => straight(task(id, many(three, more)), id);
    const play = new Play(await looping('a'));
    play.complete('a');
    const { play: after } = moved(play, await looping('b'), { a: 'b' });
    expect(refused(play, await looping('a', 'isSequential="true"'))).toEqual(['a migration.loopDiffers']);
    expect(after.tasks()).toHaveLength(play.tasks().length);
    while (after.tasks().length > 0) {
      const open = Object.entries(after.state.instances).find(([, { inner }]) => inner);
      after.take({ kind: 'taskCompleted', instance: open?.[0] ?? '', by: 'p', data: {} });
    }
    expect(after.outcome).toBe('end');
  });

  test('an incident is retried as the new version says', async () => {
    const play = new Play(await calling('make'));
    play.take({ kind: 'activityFailed', instance: play.instance('call'), detail: 'down' });
    const { play: after } = moved(play, await calling('other'));
    expect(after.incidents()).toEqual(['call handlerFailed']);
    expect(after.retry()).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'activityStarted', handler: 'other' })]),
    );
  });

  test('what is kept while the case is suspended comes after the migration', async () => {
    const play = new Play(await straight(task('a'), 'a'));
    play.take({ kind: 'caseSuspended', by: 'o' });
    play.complete('a');
    const { play: after } = moved(play, await draw([start, task('a'), task('b'), end], 'start -> a\na -> b\nb -> end'));
    after.take({ kind: 'caseResumed', by: 'o' });
    expect(after.tasks()).toEqual(['b']);
  });
});
