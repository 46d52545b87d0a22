import { expect, test } from '@jest/globals';
import {
  boundary,
  call,
  escalation,
  eventSub,
  flows,
  message,
  node,
  signal,
  sub,
} from '../../../workflows/engine/drawing.ts';
import { completed, definitions, fileOf, play, playFile, process, steps, stream } from './playing.ts';

// Models as people and other tools draw them: plain BPMN, nothing of ours in them.
const start = node('startEvent', 'begin');
const end = node('endEvent', 'done');
const feel = (id: string, body: string, inside = ''): string =>
  node('scriptTask', id, `${inside}<bpmn:script><![CDATA[${body}]]></bpmn:script>`, 'scriptFormat="feel"');
const object =
  '<bpmn:dataObject id="DataObject_1"/><bpmn:dataObjectReference id="Ref_1" name="wniosek" dataObjectRef="DataObject_1"/>';
const fills =
  '<bpmn:dataOutputAssociation id="fills"><bpmn:targetRef>Ref_1</bpmn:targetRef></bpmn:dataOutputAssociation>';

test('a data object is the variable that the name of its reference says, for only the reference is named', async () => {
  const played = await play(
    start + object + feel('fill', '{kwota: 5}', fills) + feel('read', '{twice: wniosek.kwota * 2}') + end,
    'begin -> fill\nfill -> read\nread -> done',
  );
  expect(played.outcome).toMatchObject({ status: 'completed', variables: { wniosek: { kwota: 5 }, twice: 10 } });
});

test('what a person gives by the name of the data object is what the object becomes', async () => {
  const played = await play(start + object + node('userTask', 'write', fills) + end, 'begin -> write\nwrite -> done', [
    { complete: 'write', vars: { wniosek: { kwota: 5 } } },
  ]);
  expect(played.outcome.variables).toMatchObject({ wniosek: { kwota: 5 } });
});

test('an association drawn to a task as bpmn.io draws it hides nothing from the task', async () => {
  const reads = `<bpmn:property id="Property_1" name="__targetRef_placeholder"/>
    <bpmn:dataInputAssociation id="reads"><bpmn:sourceRef>Ref_1</bpmn:sourceRef><bpmn:targetRef>Property_1</bpmn:targetRef></bpmn:dataInputAssociation>`;
  const { said } = await play(
    start + object + node('userTask', 'look', reads) + end,
    'begin -> look\nlook -> done',
    [{ list: true }],
    ['--vars', '{"kwota":5}'],
  );
  expect(said[0]).toMatchObject({ list: [{ element: 'look', data: { kwota: 5 } }] });
});

test('an iteration over a data input sees its item', async () => {
  const over = `<bpmn:ioSpecification id="io"><bpmn:dataInput id="in1" name="wniosek" isCollection="true"/>
    <bpmn:inputSet><bpmn:dataInputRefs>in1</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet/></bpmn:ioSpecification>
    <bpmn:dataInputAssociation><bpmn:sourceRef>Ref_1</bpmn:sourceRef><bpmn:targetRef>in1</bpmn:targetRef></bpmn:dataInputAssociation>
    <bpmn:multiInstanceLoopCharacteristics><bpmn:loopDataInputRef>in1</bpmn:loopDataInputRef>
    <bpmn:inputDataItem id="one" name="one"/></bpmn:multiInstanceLoopCharacteristics>`;
  const { said } = await play(
    start + object + node('userTask', 'look', over) + end,
    'begin -> look\nlook -> done',
    [{ list: true }],
    ['--vars', '{"wniosek":["a","b"]}'],
  );
  expect(said[0]).toMatchObject({ list: [{ data: { one: 'a' } }, { data: { one: 'b' } }] });
});

test.each([
  ['that is not marked executable', 'called'],
  ['by a qualified name', 'tns:called'],
])('a call activity calls a process %s', async (_, name) => {
  const called = `<bpmn:process id="called">${node('startEvent', 'in')}${feel('give', '{x: 1}')}${node('endEvent', 'out')}${flows('in -> give\ngive -> out')}</bpmn:process>`;
  const main = process(start + call('x', name) + end, 'begin -> x\nx -> done');
  const file = fileOf(
    definitions(main + called).replace('<bpmn:definitions ', '<bpmn:definitions xmlns:tns="http://obieg.eu/test" '),
  );
  const { outcome } = await playFile(file, stream([]));
  expect(outcome).toMatchObject({ status: 'completed', outcome: 'done', variables: { x: 1 } });
});

test('a business rule task that names no decision, as the standard has it, is passed like a task', async () => {
  const played = await play(start + node('businessRuleTask', 'rule') + end, 'begin -> rule\nrule -> done');
  expect(completed(played)).toEqual(['begin', 'rule', 'done']);
});

test('the trace says who completed a task', async () => {
  const { outcome } = await play(start + node('userTask', 'look') + end, 'begin -> look\nlook -> done', [
    { complete: 'look', as: 'Żaneta' },
  ]);
  expect(outcome.trace.filter(({ state }) => state === 'completed').map(({ id, by }) => [id, by])).toEqual([
    ['begin', undefined],
    ['look', 'Żaneta'],
    ['done', undefined],
  ]);
});

test('a file of 3 MB is refused in a sentence that says why', async () => {
  const { outcome } = await playFile(fileOf(definitions(`<!-- ${'x'.repeat(3_000_000)} -->`)), stream([]));
  expect(outcome.problems).toMatchObject([{ code: 'failure.tooLarge', sentence: expect.stringMatching(/2 MB/) }]);
});

test('groups of another office are no fault of the model', async () => {
  const groups =
    '<bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="accounting, =boss"/></bpmn:extensionElements>';
  const { outcome } = await play(start + node('userTask', 'pay', groups) + end, 'begin -> pay\npay -> done', [
    { complete: 'pay' },
  ]);
  expect(outcome.status).toBe('completed');
});

test.each([
  ['an escalation', escalation('escalationX')],
  ['a signal', signal('bellSignal')],
  ['a message', message('letterMessage')],
])('an end event whose %s interrupts the subprocess around it is done', async (_, event) => {
  const inside = sub('s', [node('userTask', 'step'), node('endEvent', 'out', event)], 'sStart -> step\nstep -> out');
  const played = await play(
    start + inside + boundary('on', 's', event) + node('endEvent', 'other') + end,
    'begin -> s\ns -> done\non -> other',
    [{ complete: 'step' }],
  );
  expect(steps(played)).toContain('out completed');
  expect(played.outcome).toMatchObject({ status: 'completed', outcome: 'other' });
});

test('a subprocess may be repeated as often as a loop may go round', async () => {
  const many =
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
  const inside = sub('s', [feel('step', 'null'), node('endEvent', 'out')], 'sStart -> step\nstep -> out', {
    settings: many,
  });
  const played = await play(start + inside + end, 'begin -> s\ns -> done');
  expect(played.outcome).toMatchObject({ status: 'completed', outcome: 'done' });
});

test('every task of a large model is completed unasked', async () => {
  const ids = Array.from({ length: 1_200 }, (_, index) => `task${index}`);
  const drawn = ['begin', ...ids].map((from, index) => `${from} -> ${ids[index] ?? 'done'}`).join('\n');
  const played = await play(start + ids.map((id) => node('userTask', id)).join('') + end, drawn, [], ['--auto']);
  expect(played.outcome).toMatchObject({ status: 'completed', limit: null });
});

test('a case that ends in an event subprocess names the end event there', async () => {
  const late = eventSub('late', message('letterMessage'), [node('endEvent', 'withdrawn')], 'lateStart -> withdrawn');
  const { outcome } = await play(start + node('userTask', 'step') + late + end, 'begin -> step\nstep -> done', [
    { message: 'letter' },
  ]);
  expect(outcome.outcome).toBe('withdrawn');
});
