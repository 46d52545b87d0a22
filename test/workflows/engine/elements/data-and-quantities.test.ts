import { describe, expect, test } from '@jest/globals';
import { extended, flows, node, problemsOf, script, sub, tasks } from '../drawing.ts';
import { drawing, follow, runs } from '../follow.ts';
import { Play } from '../playing.ts';

describe('data objects and properties', () => {
  const object =
    '<bpmn:dataObject id="form" name="application"/><bpmn:dataObjectReference id="formRef" dataObjectRef="form"/>';
  const fills = node(
    'scriptTask',
    'fill',
    extended('<zeebe:script expression="=1 + 1" resultVariable="result"/>') +
      '<bpmn:dataOutputAssociation id="out"><bpmn:targetRef>formRef</bpmn:targetRef></bpmn:dataOutputAssociation>',
  );
  const reads = node(
    'scriptTask',
    'read',
    extended('<zeebe:script expression="=given * 10" resultVariable="read"/>') +
      `<bpmn:ioSpecification><bpmn:dataInput id="in1" name="given"/><bpmn:inputSet id="set"/><bpmn:outputSet id="outSet"/></bpmn:ioSpecification>
       <bpmn:dataInputAssociation id="in"><bpmn:sourceRef>formRef</bpmn:sourceRef><bpmn:targetRef>in1</bpmn:targetRef></bpmn:dataInputAssociation>`,
  );

  test('carry what one activity gives to another under its own name', async () => {
    const play = new Play(await drawing([object, fills, reads], 'start -> fill\nfill -> read\nread -> end'));
    expect(play.variables).toMatchObject({ application: 2, read: 20 });
    expect(play.outcome).toBe('end');
  });

  test('are empty at first, and belong to the subprocess in which they are drawn', async () => {
    const inside = [object, fills, ...tasks('a')];
    const play = new Play(
      await drawing([sub('s', inside, 'sStart -> a\na -> fill'), ...tasks('next')], 'start -> s\ns -> next'),
    );
    expect(play.state.scopes[play.instance('s')]?.locals).toEqual({ application: null });
    follow(play, 'done a => next');
    expect(play.variables).not.toHaveProperty('application');
  });

  test('of a process are variables of the case', async () => {
    const play = new Play(await drawing(['<bpmn:property id="p" name="count"/>', ...tasks('a')], 'start -> a'));
    expect(play.variables).toEqual({ count: null });
  });

  test('are transformed on the way by an assignment', async () => {
    const assigns = node(
      'scriptTask',
      'fill',
      extended('<zeebe:script expression="=5" resultVariable="result"/>') +
        '<bpmn:dataOutputAssociation id="out"><bpmn:assignment><bpmn:from>=result * 2</bpmn:from><bpmn:to>double</bpmn:to></bpmn:assignment></bpmn:dataOutputAssociation>',
    );
    const play = new Play(await drawing([assigns], 'start -> fill\nfill -> end'));
    expect(play.variables).toMatchObject({ double: 10 });
  });
});

describe('quantities', () => {
  runs([
    [
      'an activity starts when as many tokens as its start quantity have come',
      [...tasks('a', 'b', 'c'), node('userTask', 'x', '', 'startQuantity="2"')],
      'start -> a\nstart -> b\nstart -> c\na -> x\nb -> x\nc -> x',
      'done a => b c\ndone b => c x\ndone c => x',
    ],
    [
      'an activity sends as many tokens as its completion quantity says',
      [node('userTask', 'x', '', 'completionQuantity="3"'), ...tasks('next')],
      'start -> x\nx -> next',
      'done x => next next next',
    ],
  ]);
  test('of none are refused', async () => {
    const problems = await problemsOf(
      [node('startEvent', 'start'), node('userTask', 'x', '', 'startQuantity="0"')],
      'start -> x',
    );
    expect(problems).toContainEqual({ at: 'x', code: 'model.quantityInvalid', values: { quantity: 0 } });
  });
});

describe('a process without start or end events', () => {
  runs([
    [
      'begins at all that has no incoming flow inside a subprocess, too',
      [node('subProcess', 's', tasks('a', 'b', 'c').join('') + flows('a -> c'))],
      'start -> s',
      '=> a b\ndone a => b c',
    ],
    [
      'ends where no flow leads on',
      [script('s', '=1', 'one'), ...tasks('a')],
      'start -> s\ns -> a',
      'done a => ended a',
    ],
  ]);
});

describe('lanes', () => {
  test('hold the elements drawn in them, and nested ones too, without changing how they run', async () => {
    const lanes =
      '<bpmn:laneSet id="set"><bpmn:lane id="l1" name="Sekretariat"><bpmn:flowNodeRef>a</bpmn:flowNodeRef><bpmn:childLaneSet id="inner"><bpmn:lane id="l2"><bpmn:flowNodeRef>b</bpmn:flowNodeRef></bpmn:lane></bpmn:childLaneSet></bpmn:lane></bpmn:laneSet>';
    follow(
      new Play(await drawing([lanes, ...tasks('a', 'b')], 'start -> a\na -> b')),
      '=> a\ndone a => b\ndone b => ended b',
    );
  });
});
