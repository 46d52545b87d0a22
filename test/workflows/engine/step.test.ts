import { describe, expect, test } from '@jest/globals';
import { draw, extended, io, node } from './drawing.ts';
import { Play } from './playing.ts';

describe('a case from start to end', () => {
  test('opens a task, closes it with its data and who did it, and ends', async () => {
    const graph = await draw(
      [
        node('startEvent', 'start', extended('<obieg:stage id="submitted"/>')),
        node(
          'userTask',
          'check',
          extended(
            '<zeebe:formDefinition formId="check"/><zeebe:assignmentDefinition candidateGroups="secretary@unit, clerk@department"/>' +
              '<obieg:stage id="school"/><obieg:signature document="decision" field="clerk"/>',
          ),
          'name="Sprawdź"',
        ),
        node('endEvent', 'granted'),
      ],
      `start -> check
       check -> granted`,
    );
    const play = new Play(graph, { income: 5 });
    expect(play.effects).toEqual([
      { kind: 'elementEntered', instance: '1', element: 'start', at: play.now },
      { kind: 'stageReached', stage: 'submitted' },
      { kind: 'elementLeft', instance: '1', element: 'start', at: play.now, how: 'completed' },
      { kind: 'flowTaken', flow: 'start_check' },
      { kind: 'elementEntered', instance: '2', element: 'check', at: play.now },
      { kind: 'stageReached', stage: 'school' },
      {
        kind: 'taskOpened',
        task: {
          instance: '2',
          element: 'check',
          name: 'Sprawdź',
          form: 'check',
          candidate: ['secretary@unit', 'clerk@department'],
          data: { income: 5 },
          signature: { document: 'decision', field: 'clerk' },
        },
      },
      { kind: 'variablesSet', variables: { income: 5 } },
    ]);
    expect(play.complete('check', { enrolled: 'yes', income: 5 })).toEqual([
      { kind: 'taskClosed', instance: '2', element: 'check', how: 'completed', by: 'person-1' },
      { kind: 'elementLeft', instance: '2', element: 'check', at: play.now, how: 'completed' },
      { kind: 'flowTaken', flow: 'check_granted' },
      { kind: 'elementEntered', instance: '3', element: 'granted', at: play.now },
      { kind: 'elementLeft', instance: '3', element: 'granted', at: play.now, how: 'completed' },
      { kind: 'variablesSet', variables: { checkBy: 'person-1', enrolled: 'yes' } },
      { kind: 'caseEnded', element: 'granted', outcome: 'granted' },
    ]);
    expect(play.state).toMatchObject({ seq: 2, status: 'ended', instances: {}, timers: {}, subscriptions: {} });
  });

  test('starts at the start event named, when there are several', async () => {
    const graph = await draw(
      [node('startEvent', 'web'), node('startEvent', 'paper'), node('endEvent', 'a'), node('endEvent', 'b')],
      `web -> a
       paper -> b`,
    );
    expect(new Play(graph).outcome).toBe('a');
  });

  test('ends only when no token is left, with the element at which the last one ended', async () => {
    const graph = await draw(
      [
        node('startEvent', 'start'),
        node('userTask', 'a'),
        node('userTask', 'b'),
        node('endEvent', 'first'),
        node('endEvent', 'last'),
      ],
      `start -> a
       start -> b
       a -> first
       b -> last`,
    );
    const play = new Play(graph);
    expect(play.tasks()).toEqual(['a', 'b']);
    play.complete('a');
    expect(play.outcome).toBeUndefined();
    play.complete('b');
    expect(play.outcome).toBe('last');
  });
});

describe('variables', () => {
  test('go into a task and out of it through its mappings only', async () => {
    const graph = await draw(
      [
        node('startEvent', 'start'),
        node(
          'userTask',
          'decide',
          extended(
            io({
              in: { amount: '=grant * 2', note: 'plain' },
              out: { 'grantee.amount': '=paid', paidTwice: '=paid * 2' },
            }),
          ),
        ),
        node('userTask', 'next'),
      ],
      `start -> decide
       decide -> next`,
    );
    const play = new Play(graph, { grant: 100, grantee: { name: 'x' } });
    const opened = play.effects.find((effect) => effect.kind === 'taskOpened');
    expect(opened).toMatchObject({ task: { data: { amount: 200, note: 'plain' } } });
    play.complete('decide', { paid: 50, secret: true });
    expect(play.variables).toEqual({
      grant: 100,
      grantee: { name: 'x', amount: 50 },
      paidTwice: 100,
      decideBy: 'person-1',
    });
  });

  test('are reported only where they changed, whatever the order of keys', async () => {
    const graph = await draw(
      [node('startEvent', 'start'), node('userTask', 'edit'), node('userTask', 'next')],
      `start -> edit
       edit -> next`,
    );
    const play = new Play(graph, { a: { x: 1, y: [1, { z: null }] }, b: 1, editBy: 'person-1' });
    const effects = play.complete('edit', { a: { y: [1, { z: null }], x: 1 }, b: 2 });
    expect(effects.filter(({ kind }) => kind === 'variablesSet')).toEqual([
      { kind: 'variablesSet', variables: { b: 2 } },
    ]);
  });
});

describe('due dates', () => {
  const due = async (settings: string, variables = {}) => {
    const graph = await draw(
      [node('startEvent', 'start'), node('userTask', 'task', extended(settings))],
      'start -> task',
    );
    const play = new Play(graph, variables);
    const opened = play.effects.find((effect) => effect.kind === 'taskOpened');
    return { due: opened?.kind === 'taskOpened' ? opened.task.due : undefined, incidents: play.incidents() };
  };
  test.each([
    ['a date is due until the end of that day in Warsaw', '=date("2026-09-20")', '2026-09-20T21:59:59.999Z'],
    ['an instant is due then', '2026-09-20T12:00:00Z', '2026-09-20T12:00:00.000Z'],
    ['a duration counts from when the task is opened', 'P2D', '2026-09-12T10:00:00.000Z'],
  ])('%s', async (_name, dueDate, at) => {
    expect((await due(`<zeebe:taskSchedule dueDate="${dueDate.replaceAll('"', '&quot;')}"/>`)).due).toEqual({ at });
  });

  test('a statutory term is counted by art. 57 KPA and names its basis', async () => {
    const term = await due('<obieg:term duration="P9D" basis="KPA art. 64 § 2"/>');
    // 2026-09-19 is a Saturday
    expect(term.due).toEqual({ at: '2026-09-21T21:59:59.999Z', basis: 'KPA art. 64 § 2' });
  });

  test('a due date that is null is none; one that is no date is an incident', async () => {
    const schedule = '<zeebe:taskSchedule dueDate="=when"/>';
    expect(await due(schedule, { when: null })).toEqual({ due: undefined, incidents: [] });
    expect(await due(schedule, { when: 'soon' })).toEqual({ due: undefined, incidents: ['task expressionFailed'] });
    expect((await due('<obieg:term duration="=when" basis="x"/>', { when: 'PT1H' })).incidents).toHaveLength(1);
  });
});
