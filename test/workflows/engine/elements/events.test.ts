import { describe, expect, test } from '@jest/globals';
import { draw, error, extended, handler, io, message, node, timer } from '../drawing.ts';
import { Play } from '../playing.ts';

const start = node('startEvent', 'start');
const through = (element: string) => draw([start, element, node('endEvent', 'end')], 'start -> x\nx -> end');
const ending = (element: string) => draw([start, node('userTask', 'other'), element], 'start -> other\nstart -> x');

describe('start events', () => {
  test.each([
    ['a message start event', message('letter')],
    ['a timer start event', timer('timeCycle', 'R/P1D')],
  ])('%s is passed: what started the case has happened', async (_name, definition) => {
    const play = new Play(
      await draw([node('startEvent', 'begin', definition), node('endEvent', 'end')], 'begin -> end'),
    );
    expect(play.entered()).toEqual(['begin', 'end']);
    expect(play.timers()).toEqual([]);
  });
});

describe('intermediate events', () => {
  test('a none throw event only marks that the case came by', async () => {
    const play = new Play(await through(node('intermediateThrowEvent', 'x')));
    expect(play.entered()).toEqual(['start', 'x', 'end']);
  });

  test('a message is thrown by its handler, which answers before the token goes on', async () => {
    const play = new Play(await through(node('intermediateThrowEvent', 'x', handler('notify') + message('letter'))));
    expect(play.calls()).toEqual(['x']);
    play.answer('x', { sentOn: '2026-09-10' });
    expect(play.variables).toEqual({ sentOn: '2026-09-10' });
    expect(play.outcome).toBe('end');
  });

  test('a message is caught by its name; its variables go through the output mapping', async () => {
    const play = new Play(
      await through(node('intermediateCatchEvent', 'x', extended(io({ out: { got: '=text' } })) + message('letter'))),
    );
    expect(play.effects.at(-1)).toEqual({ kind: 'subscribed', instance: '3', element: 'x', message: 'letter' });
    expect(play.send('letter', { text: 'a', other: 1 })[0]).toEqual({ kind: 'unsubscribed', instance: '3' });
    expect(play.variables).toEqual({ got: 'a' });
    expect(play.outcome).toBe('end');
  });

  test('a message that nobody waits for, or that came before, changes nothing and is recorded', async () => {
    const graph = await draw(
      [
        start,
        node('userTask', 'task'),
        node('receiveTask', 'x', '', 'messageRef="letter"'),
        node('receiveTask', 'y', '', 'messageRef="letter"'),
      ],
      'start -> task\ntask -> x\nx -> y',
    );
    const play = new Play(graph);
    expect(play.send('letter', {}, 'first')).toEqual([
      { kind: 'inputIgnored', input: 'messageArrived', reason: 'Nothing waits for the message' },
    ]);
    play.complete('task');
    play.send('letter', {}, 'second');
    expect(play.send('letter', {}, 'second')).toEqual([
      { kind: 'inputIgnored', input: 'messageArrived', reason: 'The message was taken before' },
    ]);
    expect(play.tokens()).toEqual(['y']);
    play.send('letter', {}, 'first');
    expect(play.outcome).toBe('y');
  });

  test('a message goes to one receiver, the one that has waited longest', async () => {
    const graph = await draw(
      [
        start,
        node('receiveTask', 'late', '', 'messageRef="letter"'),
        node('userTask', 'task'),
        node('receiveTask', 'early', '', 'messageRef="letter"'),
      ],
      'start -> early\nstart -> task\ntask -> late',
    );
    const play = new Play(graph);
    play.complete('task');
    play.send('letter');
    expect(play.tokens()).toEqual(['late']);
  });

  test.each([
    ['a duration', timer('timeDuration', 'PT36H'), '2026-09-11T22:00:00.000Z'],
    ['a day more when clocks change', timer('timeDuration', 'P60D'), '2026-11-09T11:00:00.000Z'],
    ['an instant', timer('timeDate', '2026-10-01T08:00:00+02:00'), '2026-10-01T06:00:00.000Z'],
    ['the end of a day that FEEL gives', timer('timeDate', '=kpaTerm(filedOn, "P14D")'), '2026-09-24T21:59:59.999Z'],
  ])('a timer waits for %s', async (_name, definition, dueAt) => {
    const play = new Play(await through(node('intermediateCatchEvent', 'x', definition)), { filedOn: '2026-09-10' });
    expect(play.timers()).toEqual([`x ${dueAt}`]);
    play.fire('x');
    expect(play.outcome).toBe('end');
  });

  test('a timer that gives no time is an incident on its event', async () => {
    const play = new Play(await through(node('intermediateCatchEvent', 'x', timer('timeDate', '=when'))), {
      when: 'soon',
    });
    expect(play.incidents()).toEqual(['x expressionFailed']);
    play.retry({ when: '2026-09-20' });
    expect(play.timers()).toEqual(['x 2026-09-20T21:59:59.999Z']);
  });
});

describe('end events', () => {
  test('a none end event ends its token only', async () => {
    expect(new Play(await ending(node('endEvent', 'x'))).tasks()).toEqual(['other']);
  });

  test('a terminate end event ends every token and names the outcome', async () => {
    const play = new Play(await ending(node('endEvent', 'x', '<bpmn:terminateEventDefinition/>')));
    expect(play.outcome).toBe('x');
    expect(play.effects).toContainEqual({ kind: 'taskClosed', instance: '2', element: 'other', how: 'cancelled' });
    expect(play.state.instances).toEqual({});
  });

  test('a terminate end event ends tokens that are still on their way', async () => {
    const terminate = node('endEvent', 'x', '<bpmn:terminateEventDefinition/>');
    const play = new Play(await draw([start, terminate, node('userTask', 'other')], 'start -> x\nstart -> other'));
    expect(play.outcome).toBe('x');
    expect(play.entered()).toEqual(['start', 'x']);
  });

  test('a message end event ends when its message is sent', async () => {
    const play = new Play(
      await draw([start, node('endEvent', 'x', handler('notify') + message('letter'))], 'start -> x'),
    );
    expect(play.outcome).toBeUndefined();
    play.answer('x');
    expect(play.outcome).toBe('x');
  });

  test('an error end event that nothing catches is an incident, and the case stays open', async () => {
    const play = new Play(await ending(node('endEvent', 'x', error('errorA'))));
    expect(play.incidents()).toEqual(['x uncaughtError']);
    expect(play.tasks()).toEqual(['other']);
    expect(play.retry()).toContainEqual({ kind: 'incidentResolved', incident: '4', by: 'operator' });
    expect(play.incidents()).toEqual(['x uncaughtError']);
  });
});
