import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { exitCodeOf } from '../../../../api/cli/run-model/run-model.ts';
import { dmn, extended, flows, handler, node, script, timer } from '../../../workflows/engine/drawing.ts';
import { completed, definitions, fileOf, folder, play, playFile, process, steps, stream } from './playing.ts';
import type { Played } from './playing.ts';

const start = node('startEvent', 'begin');
const end = node('endEvent', 'done');
const through = (id: string): string => `begin -> ${id}\n${id} -> done`;
const run = (inside: string, args: string[] = [], lines: string[] = []): Promise<Played> =>
  playFile(fileOf(definitions(inside)), stream(lines), args);

test('the last line has every key, whatever happened', async () => {
  const keys =
    'status process outcome trace variables processes incidents waiting messages signals escalations refused problems limit'.split(
      ' ',
    );
  expect(Object.keys((await play(start + end, 'begin -> done')).outcome)).toEqual(keys);
  expect(Object.keys((await run('')).outcome)).toEqual(keys);
});

test.each([
  ['completed', 0, start + node('task', 'step') + end, through('step')],
  ['waiting', 4, start + node('userTask', 'step') + end, through('step')],
  ['incident', 3, start + script('step', '=1 + missing', 'x') + end, through('step')],
  ['refused', 2, node('task', 'step') + node('intermediateCatchEvent', 'wait', timer('timeDuration', 'soon')), ''],
])('a model that is %s ends with %i', async (status, code, inside, drawn) => {
  const { outcome } = await play(inside, drawn);
  expect([outcome.status, exitCodeOf(outcome)]).toEqual([status, code]);
});

test('a refused model names all of its problems, each with element, line and a sentence', async () => {
  const wait = node('intermediateCatchEvent', 'wait', timer('timeDuration', 'soon'));
  const { outcome } = await play(`${start}\n${wait}\n${node('receiveTask', 'get')}${end}`, through('wait'));
  const sentence = expect.stringMatching(/^[A-Z][^{}]+$/);
  expect(outcome.problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ at: 'wait', code: 'model.timer-invalid', line: 7, sentence }),
      expect.objectContaining({ at: 'get', code: 'model.node-incoming', line: 8, sentence }),
    ]),
  );
});

test.each([
  ['a file that is not there', join(folder, 'nothing.bpmn'), 'file.notReadable'],
  ['a file that is no XML', fileOf('hello'), 'model.notReadable'],
  ['a document type', fileOf('<!DOCTYPE x><x/>'), 'model.doctype'],
  ['a model without a process', fileOf(definitions('')), 'model.processMissing'],
])('%s is refused', async (_, file, code) => {
  const { outcome } = await playFile(file, stream([]));
  expect(outcome).toMatchObject({ status: 'refused', problems: [{ code }] });
});

test.each([
  ['--vars', '[1]'],
  ['--vars', '{'],
  ['--messages', '5'],
  ['--tasks', '[]'],
  ['--now', 'soon'],
  ['--idle', 'long'],
  ['--max-timers', 'many'],
])('%s %s is refused', async (option, value) => {
  const { outcome } = await run(process(start + end, 'begin -> done'), [option, value]);
  expect(outcome).toMatchObject({ status: 'refused', problems: [{ at: option, code: 'option.invalid' }] });
});

test('an option that does not exist is refused, and so is a second file', async () => {
  const inside = process(start + end, 'begin -> done');
  expect((await run(inside, ['--please'])).outcome.status).toBe('refused');
  expect((await run(inside, ['other.bpmn'])).outcome).toMatchObject({ problems: [{ at: 'FILE' }] });
});

test('the first executable process runs, or the one that is named', async () => {
  const two =
    process(start + end, 'begin -> done', 'one') +
    process(node('startEvent', 'b') + node('endEvent', 'd'), 'b -> d', 'two');
  expect((await run(two)).outcome).toMatchObject({ process: 'one', outcome: 'done' });
  expect((await run(two, ['--process', 'two'])).outcome).toMatchObject({ process: 'two', outcome: 'd' });
  expect((await run(two, ['--process', 'three'])).outcome).toMatchObject({ status: 'refused', process: 'three' });
});

test('a process that only an event begins waits for it; messages of the command line come after the start', async () => {
  const inside = process(
    node('startEvent', 'got', '<bpmn:messageEventDefinition messageRef="letterMessage"/>') + end,
    'got -> done',
  );
  expect((await run(inside)).outcome).toMatchObject({
    status: 'waiting',
    waiting: [{ for: 'message', message: 'letter' }],
  });
  for (const messages of ['["letter"]', '{"letter":{}}', '[{"message":"letter"}]', '{"message":"letter"}'])
    expect((await run(inside, ['--messages', messages])).outcome.status).toBe('completed');
});

test('an entry of the trace tells the kind of element and of event', async () => {
  const inner = `<bpmn:transaction id="box"><bpmn:startEvent id="in"/><bpmn:endEvent id="out"/>${flows('in -> out')}</bpmn:transaction>`;
  const wait = node('intermediateCatchEvent', 'wait', timer('timeDuration', 'PT1S'), 'name="Czekaj"');
  const played = await play(
    `${start}${inner}${wait}${end}`,
    'begin -> box\nbox -> wait\nwait -> done',
    [],
    ['--skip-time', '--now', '2026-01-01T00:00:00Z'],
  );
  const kinds = played.outcome.trace.map(({ element, kind, event }) => `${element} ${kind} ${event ?? '-'}`);
  expect([...new Set(kinds)]).toEqual([
    'begin startEvent -',
    'box transaction -',
    'in startEvent -',
    'out endEvent -',
    'wait intermediateCatchEvent timer',
    'done endEvent -',
  ]);
  expect(played.outcome.trace.findLast(({ element }) => element === 'wait')).toEqual({
    id: 'wait',
    element: 'wait',
    name: 'Czekaj',
    kind: 'intermediateCatchEvent',
    event: 'timer',
    state: 'completed',
    time: '2026-01-01T00:00:01.000Z',
    instance: 5,
  });
});

test('each round of a loop is one pair of entries', async () => {
  const loop =
    '<bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
  const played = await play(start + node('task', 'step', loop) + end, through('step'));
  expect(steps(played).filter((step) => step.startsWith('step'))).toEqual(
    [1, 2, 3].flatMap(() => ['step entered', 'step completed']),
  );
});

test('what the model throws is told', async () => {
  const thrown = (id: string, definition: string): string => node('intermediateThrowEvent', id, definition);
  const played = await play(
    start +
      thrown('write', '<bpmn:messageEventDefinition messageRef="letterMessage"/>') +
      thrown('ring', '<bpmn:signalEventDefinition signalRef="bellSignal"/>') +
      thrown('rise', '<bpmn:escalationEventDefinition escalationRef="escalationX"/>') +
      end,
    'begin -> write\nwrite -> ring\nring -> rise\nrise -> done',
  );
  expect(played.outcome).toMatchObject({
    messages: [{ message: 'letter', element: 'write' }],
    signals: [{ signal: 'bell', element: 'ring' }],
    escalations: [{ code: 'X', element: 'rise', caught: false }],
  });
});

test('variables of all processes are told, those of the main one first', async () => {
  const collaboration = `<bpmn:collaboration id="c"><bpmn:participant id="pa" processRef="main"/><bpmn:participant id="pb" processRef="other"/>
    <bpmn:messageFlow id="m" sourceRef="write" targetRef="get"/></bpmn:collaboration>`;
  const main = start + script('mine', '=1', 'a') + node('sendTask', 'write', '', 'messageRef="letterMessage"') + end;
  const other =
    node('startEvent', 'b') +
    script('theirs', '=2', 'b2') +
    script('also', '=3', 'a') +
    node('receiveTask', 'get', '', 'messageRef="letterMessage"') +
    node('endEvent', 'd');
  const played = await run(
    collaboration +
      process(main, 'begin -> mine\nmine -> write\nwrite -> done') +
      process(other, 'b -> theirs\ntheirs -> also\nalso -> get\nget -> d', 'other'),
  );
  expect(played.outcome).toMatchObject({
    status: 'completed',
    variables: { a: 1, b2: 2 },
    processes: { main: { a: 1 }, other: { a: 3, b2: 2 } },
  });
});

const rule = node(
  'businessRuleTask',
  'decide',
  extended('<zeebe:calledDecision decisionId="two" resultVariable="r"/>'),
);
const table = dmn(
  '<decision id="two" name="two"><variable id="v" name="two"/><literalExpression id="l"><text>1 + 1</text></literalExpression></decision>',
);

test('decisions are taken from the file that is named, or from decisions.dmn beside the model', async () => {
  const inside = process(start + rule + end, through('decide'));
  expect((await run(inside)).outcome).toMatchObject({
    status: 'refused',
    problems: [{ code: 'model.decisionUnknown' }],
  });
  const named = fileOf(table, 'named.dmn');
  expect((await run(inside, ['--decisions', named])).outcome).toMatchObject({ variables: { r: 2 } });
  writeFileSync(join(folder, 'decisions.dmn'), table);
  expect((await run(inside)).outcome).toMatchObject({ status: 'completed', variables: { r: 2 } });
});

test('JSON comes from a file, and the outcome goes into one', async () => {
  const vars = fileOf('{"imię":"Łucja"}', 'vars.json');
  const out = join(folder, 'out.json');
  const played = await play(
    start + script('step', '=imię + "!"', 'x') + end,
    through('step'),
    [],
    ['--vars', `@${vars}`, '--out', out],
  );
  expect(played.outcome.variables).toEqual({ imię: 'Łucja', x: 'Łucja!' });
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(played.outcome);
});

test('with --trace each entry is told on standard error as it happens', async () => {
  const played = await play(
    start + node('serviceTask', 'call', handler('call')) + end,
    through('call'),
    [{ complete: 'call' }],
    ['--trace'],
  );
  expect(played.complained.map((line) => JSON.parse(line) as unknown)).toEqual(played.outcome.trace);
  expect(completed(played)).toEqual(['begin', 'call', 'done']);
});
