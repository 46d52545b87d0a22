import { describe, expect, test } from '@jest/globals';
import type { Input } from '../../../workflows/engine/contract.ts';
import { openTasks, pendingActivities, refuse, step } from '../../../workflows/engine/step.ts';
import { boundary, draw, extended, handler, io, message, node, timer } from './drawing.ts';
import { Play } from './playing.ts';

const graph = () =>
  draw(
    [
      node('startEvent', 'start'),
      node('userTask', 'a', extended('<zeebe:formDefinition formId="a"/>')),
      node('userTask', 'b', extended(io({ in: { x: '=n' } }))),
      node('serviceTask', 'call', handler('make', io({ in: { x: '=n' } }))),
      boundary('late', 'a', timer('timeDuration', 'PT2H'), false),
      boundary('later', 'b', timer('timeDuration', 'PT1H')),
      boundary('asked', 'a', message('letter')),
      node('endEvent', 'end', '<bpmn:terminateEventDefinition/>'),
    ],
    'start -> a\nstart -> b\nstart -> call\nb -> end\nlater -> end\nlate -> end\nasked -> end',
  );

const letter = (messageId: string): Input => ({ kind: 'messageArrived', name: 'letter', messageId, variables: {} });
const complete = (instance: string): Input => ({ kind: 'taskCompleted', instance, by: 'p', data: {} });

describe('what waits', () => {
  test('is told from the state alone, as after continue-as-new', async () => {
    const play = new Play(await graph(), { n: 1 });
    expect(play.tasks()).toEqual(['a', 'b']);
    expect(play.timers()).toEqual(['later 2026-09-10T11:00:00.000Z', 'late 2026-09-10T12:00:00.000Z']);
    expect(play.calls()).toEqual(['call']);
    const opened = play.effects.flatMap((effect) => (effect.kind === 'taskOpened' ? [effect.task] : []));
    const started = play.effects.filter(({ kind }) => kind === 'activityStarted');
    expect(openTasks(play.graph, play.state)).toEqual(opened);
    expect(pendingActivities(play.graph, play.state)).toEqual(started);
  });
});

describe('a validator', () => {
  test('lets pass what can be taken, and refuses what cannot, by code', async () => {
    const play = new Play(await graph(), { n: 1 });
    const refusal = (input: Input) => refuse(play.graph, play.state, input)?.failure;
    expect(refusal(complete(play.instance('a')))).toBeUndefined();
    expect(refusal({ kind: 'messageArrived', name: 'letter', messageId: 'm', variables: {} })).toBeUndefined();
    expect(refusal({ kind: 'messageArrived', name: 'unheard', messageId: 'm', variables: {} })).toBe('notFound');
    expect(refusal({ kind: 'incidentRetried', incident: '1', by: 'p' })).toBe('notFound');
    expect(refusal(complete('999'))).toBe('notFound');
    expect(refusal(complete('x'))).toBe('notFound');
    expect(refusal(complete(play.instance('call')))).toBe('notFound');
    expect(refusal({ kind: 'timerFired', timer: '999' })).toBeUndefined();

    const a = play.instance('a');
    play.complete('a');
    expect(refusal(complete(a))).toBe('taskClosed');
    play.take({ kind: 'activityFailed', instance: play.instance('call'), detail: 'down' });
    const incident = Object.keys(play.state.incidents)[0] ?? '';
    expect(refusal({ kind: 'incidentRetried', incident, by: 'p' })).toBeUndefined();
    play.complete('b');
    expect(play.outcome).toBe('end');
    expect(refusal(complete(a))).toBe('caseClosed');
    expect(refusal({ kind: 'incidentRetried', incident, by: 'p' })).toBe('caseClosed');
  });

  test('never lets a closed case be changed', async () => {
    const play = new Play(await graph(), { n: 1 });
    const b = play.instance('b');
    play.complete('b');
    const after = step(play.graph, play.state, complete(b), play.now);
    expect(after.effects).toEqual([{ kind: 'inputIgnored', input: 'taskCompleted', reason: 'The case is closed' }]);
    expect(after.state).toEqual({ ...play.state, seq: play.state.seq + 1 });
  });

  test('refuses a message before and after the case waits for it, but not one that is sent again', async () => {
    const asked = [boundary('asked', 'b', message('letter')), node('userTask', 'a'), node('userTask', 'b')];
    const ends = [node('startEvent', 'start'), node('userTask', 'c'), node('endEvent', 'end')];
    const play = new Play(await draw([...asked, ...ends], 'start -> a\na -> b\nb -> end\nasked -> c\nc -> end'), {});
    const sent = (messageId: string) => refuse(play.graph, play.state, letter(messageId))?.failure;
    expect(sent('m')).toBe('notAwaited');
    play.complete('a');
    expect(sent('m')).toBeUndefined();
    play.send('letter', {}, 'm');
    expect(play.tasks()).toEqual(['c']);
    expect([sent('m'), sent('n')]).toEqual([undefined, 'notAwaited']);
  });
});
