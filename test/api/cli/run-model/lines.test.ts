import { expect, test } from '@jest/globals';
import { boundary, error, handler, message, node, timer } from '../../../workflows/engine/drawing.ts';
import { completed, play, refusals, steps } from './playing.ts';

const start = node('startEvent', 'begin');
const end = node('endEvent', 'done');
const task = node('userTask', 'check', '', 'name="Sprawdź wniosek"');
const oneTask = ['begin -> check', 'check -> done'].join('\n');
const two = `${start}${task}${node('userTask', 'sign')}${end}`;
const inRow = ['begin -> check', 'check -> sign', 'sign -> done'].join('\n');
const service = `${start}${node('serviceTask', 'charge', handler('charge'))}${boundary('failed', 'charge', error('errorA'))}${end}${node('endEvent', 'unpaid')}`;
const served = ['begin -> charge', 'charge -> done', 'failed -> unpaid'].join('\n');

test.each([
  ['its element', 'check'],
  ['its name', 'Sprawdź wniosek'],
  ['the number of its instance', 2],
  ['that number as text', '2'],
])('a task is completed by %s', async (_, complete) => {
  const played = await play(start + task + end, oneTask, [{ complete, vars: { ok: true }, as: 'anna' }]);
  expect(played.outcome).toMatchObject({ status: 'completed', outcome: 'done', refused: [] });
  expect(played.outcome.variables).toEqual({ ok: true, checkBy: 'anna' });
});

test('blank lines, comments, a byte order mark and arrays of requests are read', async () => {
  const lines = ['\uFEFF# nothing', '', '  ', '[{"complete":"check"},{"complete":"sign"}]'];
  expect((await play(two, inRow, lines)).outcome.status).toBe('completed');
});

test.each([
  ['no JSON', '{"complete":', '1 invalidInput'],
  ['a number', '5', '1 invalidInput'],
  ['an object that asks for nothing', '{"please":1}', '1 invalidInput'],
  ['an object that asks for two things', '{"complete":"check","fail":"check"}', '1 invalidInput'],
  ['variables that are no object', '{"complete":"check","vars":[1]}', '1 invalidInput'],
  ['a task that the model has not', '{"complete":"nothing"}', '1 notFound'],
  ['a task that is not open', '{"complete":"sign"}', '1 taskClosed'],
  ['a claim by nobody', '{"claim":"check"}', '1 invalidInput'],
  ['an assignment to nobody', '{"assign":"check"}', '1 invalidInput'],
  ['a release of what nobody holds', '{"release":"check"}', '1 conflict'],
  ['a message that the model cannot receive', '{"message":"parcel"}', '1 notFound'],
  ['a signal that the model cannot receive', '{"signal":"bell"}', '1 notFound'],
  ['a retry where nothing failed', '{"retry":"check"}', '1 notFound'],
  ['a move to an element that is not there', '{"move":"check","to":"nowhere"}', '1 unknownReference'],
  ['an end of a token that is not there', '{"end":"sign"}', '1 notFound'],
  ['variables to set that are none', '{"set":1}', '1 invalidInput'],
  ['time that is no duration', '{"advance":"tomorrow"}', '1 invalidInput'],
  ['time that lies behind', '{"advanceTo":"2020-01-01T00:00:00Z"}', '1 invalidInput'],
  ['going on though nothing was stopped', '{"resume":true}', '1 conflict'],
])('%s is recorded as refused and stops nothing', async (_, line, refusal) => {
  const played = await play(two, inRow, [line, { complete: 'check' }, { complete: 'sign' }]);
  expect(refusals(played)).toEqual([refusal]);
  expect(played.outcome.status).toBe('completed');
});

test('a refused line is kept with its number, its text and the reason', async () => {
  const played = await play(two, inRow, ['', 'oops', { complete: 'sign', vars: { a: 1 } }]);
  expect(played.outcome.refused).toEqual([
    { line: 2, input: 'oops', failure: 'invalidInput', detail: 'The line is no JSON' },
    { line: 3, input: { complete: 'sign', vars: { a: 1 } }, failure: 'taskClosed', detail: 'sign is not open now' },
  ]);
});

test('a task completed twice is refused the second time', async () => {
  const played = await play(two, inRow, [{ complete: 'check' }, { complete: 'check' }]);
  expect(refusals(played)).toEqual(['2 taskClosed']);
});

test('what another person holds is neither claimed nor completed, until it is released', async () => {
  const played = await play(two, inRow, [
    { claim: 'check', as: 'anna' },
    { claim: 'check', as: 'jan' },
    { complete: 'check', as: 'jan' },
    { release: 'check', as: 'jan' },
    { release: 'check', as: 'anna' },
    { claim: 'check', as: 'jan' },
    { complete: 'check' },
    { assign: 'sign', to: 'ola' },
    { delegate: 'sign', as: 'ola', to: 'ela' },
    { complete: 'sign', as: 'ela' },
  ]);
  expect(refusals(played)).toEqual(['2 taskClaimed', '3 taskClaimed', '4 taskClaimed']);
  expect(played.outcome.variables).toEqual({ checkBy: 'jan', signBy: 'ela' });
  const claims = played.outcome.trace.flatMap(({ state, by }) => (by === undefined ? [] : [`${state} ${by}`]));
  expect(claims).toEqual(
    'claimed anna, released anna, claimed jan, completed jan, assigned ola, delegated ela, completed ela'.split(', '),
  );
});

test('of several open tasks of one element the one that the person holds is meant', async () => {
  const loop =
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
  const played = await play(start + node('userTask', 'check', loop) + end, oneTask, [
    { claim: 6, as: 'anna' },
    { complete: 'check', as: 'anna' },
    { state: true },
  ]);
  expect(played.outcome.trace.filter(({ state }) => state === 'completed').map(({ instance }) => instance)).toEqual([
    1, 6,
  ]);
});

test('work with a handler waits for the line that answers it', async () => {
  const played = await play(service, served, [{ complete: 'charge', vars: { paid: 3 } }]);
  expect(played.outcome).toMatchObject({ status: 'completed', outcome: 'done', variables: { paid: 3 } });
});

test('a handler throws an error of the model', async () => {
  const played = await play(service, served, [{ fail: 'charge', error: 'A' }]);
  expect(played.outcome).toMatchObject({ status: 'completed', outcome: 'unpaid' });
});

test('a handler that fails is an incident, which can be retried', async () => {
  const lines = [{ fail: 'charge', detail: 'no network' }];
  const failed = await play(service, served, lines);
  expect(failed.outcome).toMatchObject({
    status: 'incident',
    incidents: [{ element: 'charge', failure: 'handlerFailed', detail: 'no network', instance: 2 }],
  });
  const again = await play(service, served, [...lines, { retry: 'charge', vars: { a: 1 } }, { complete: 'charge' }]);
  expect(again.outcome).toMatchObject({ status: 'completed', variables: { a: 1 } });
  expect(steps(again).slice(2)).toEqual([
    'charge entered',
    'charge incident',
    'charge resolved',
    'charge completed',
    'done entered',
    'done completed',
  ]);
});

const wait = (definition: string): string => start + node('intermediateCatchEvent', 'wait', definition) + task + end;
const waiting = ['begin -> check', 'check -> wait', 'wait -> done'].join('\n');

test.each([
  ['its name', { message: 'letter' }],
  ['the event that waits for it', { message: 'wait' }],
])('a message is sent by %s and kept until something waits for it', async (_, line) => {
  const played = await play(wait(message('letterMessage')), waiting, [
    { ...line, vars: { a: 'ż' } },
    { complete: 'check' },
  ]);
  expect(played.outcome).toMatchObject({ status: 'completed', variables: { a: 'ż' }, refused: [] });
});

test('a signal reaches what waits for it', async () => {
  const signal = '<bpmn:signalEventDefinition signalRef="bellSignal"/>';
  const played = await play(wait(signal), waiting, [{ complete: 'check' }, { signal: 'bell', vars: { loud: true } }]);
  expect(played.outcome).toMatchObject({ status: 'completed', variables: { loud: true } });
});

test('an operator sets variables, moves, adds and ends tokens', async () => {
  const set = await play(two, inRow, [{ set: { a: 1 } }, { move: 'check', to: 'sign' }, { complete: 'sign' }]);
  expect(set.outcome).toMatchObject({ status: 'completed', variables: { a: 1 } });
  expect(steps(set)).toContain('check cancelled');
  const added = await play(two, inRow, [{ add: 'sign' }, { end: 'check' }, { complete: 'sign' }]);
  expect(added.outcome.status).toBe('completed');
  expect(completed(added)).toEqual(['begin', 'sign', 'done']);
});

test('a suspended case takes no completion, and timers that fell due fire when it goes on', async () => {
  const drawn = wait(timer('timeDuration', 'PT1H'));
  const lines = [
    { suspend: true },
    { complete: 'check' },
    { resume: true },
    { complete: 'check' },
    { suspend: true },
    { advance: 'PT2H' },
    { state: true },
    { resume: true },
  ];
  const played = await play(drawn, waiting, lines);
  expect(refusals(played)).toEqual(['2 caseSuspended']);
  expect(played.said[0]).toMatchObject({ state: { status: 'suspended', now: '2026-09-10T12:00:00.000Z' } });
  expect(played.outcome.status).toBe('completed');
});

test('a cancelled case has ended', async () => {
  const played = await play(two, inRow, [{ cancel: true, undo: false }, { complete: 'check' }]);
  expect(played.outcome.status).toBe('completed');
  expect(completed(played)).toEqual(['begin']);
});

test('tasks and state are answered at once, each on one line', async () => {
  const played = await play(
    two,
    inRow,
    [{ claim: 'check', as: 'anna' }, { list: true }, { state: true }],
    ['--vars', '{"a":1}'],
  );
  expect(played.said).toHaveLength(3);
  expect(played.said[0]).toEqual({
    list: [
      {
        instance: 2,
        element: 'check',
        name: 'Sprawdź wniosek',
        claimedBy: 'anna',
        candidates: [],
        data: { a: 1 },
        due: null,
      },
    ],
  });
  expect(played.said[1]).toEqual({
    state: {
      status: 'running',
      now: '2026-09-10T10:00:00.000Z',
      waiting: [{ for: 'userTask', element: 'check', name: 'Sprawdź wniosek', instance: 2 }],
      variables: { a: 1 },
    },
  });
  expect(played.said[2]).toEqual(played.outcome);
});
