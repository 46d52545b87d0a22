import { expect, test } from '@jest/globals';
import { boundary, message, node, script, timer } from '../../../workflows/engine/drawing.ts';
import { completed, definitions, fileOf, neverClosing, play, playFile, process, refusals } from './playing.ts';

const start = node('startEvent', 'begin');
const end = node('endEvent', 'done');
const task = node('userTask', 'check');
const wait = (id: string, duration: string): string =>
  node('intermediateCatchEvent', id, timer('timeDuration', duration));
const waits = start + wait('first', 'PT1H') + wait('second', 'PT30M') + end;
const inRow = ['begin -> first', 'first -> second', 'second -> done'].join('\n');
const guarded =
  start + task + boundary('late', 'check', timer('timeDuration', 'PT2H')) + end + node('endEvent', 'tooLate');
const guard = ['begin -> check', 'check -> done', 'late -> tooLate'].join('\n');

const timesOf = (played: Awaited<ReturnType<typeof play>>): string[] =>
  played.outcome.trace.flatMap(({ element, state, time }) =>
    state === 'completed' ? [`${element} ${time.slice(11, 19)}`] : [],
  );

test('time stands still until a line moves it', async () => {
  const played = await play(waits, inRow);
  expect(played.outcome).toMatchObject({
    status: 'waiting',
    waiting: [{ for: 'timer', element: 'first', dueAt: '2026-09-10T11:00:00.000Z' }],
  });
});

test('all timers up to an instant fire in order, each when it is due, also those that arise meanwhile', async () => {
  const played = await play(waits, inRow, [{ advance: 'PT3H' }]);
  expect(timesOf(played)).toEqual(['begin 10:00:00', 'first 11:00:00', 'second 11:30:00', 'done 11:30:00']);
});

test('time moves to an instant and not past it', async () => {
  const played = await play(waits, inRow, [{ advanceTo: '2026-09-10T11:29:59Z' }, { state: true }]);
  expect(completed(played)).toEqual(['begin', 'first']);
  expect(played.said[0]).toMatchObject({ state: { now: '2026-09-10T11:29:59.000Z' } });
});

test('time begins where the command line says', async () => {
  const played = await play(waits, inRow, [{ advance: 'PT2H' }], ['--now', '2030-01-01T00:00:00Z']);
  expect(played.outcome.trace.at(-1)?.time).toBe('2030-01-01T01:30:00.000Z');
});

test('a timer that is due already fires though time stands still', async () => {
  const played = await play(
    start + node('intermediateCatchEvent', 'first', timer('timeDate', '2020-01-01T00:00:00Z')) + end,
    'begin -> first\nfirst -> done',
  );
  expect(played.outcome.status).toBe('completed');
});

test('skipped time fires every timer until the case has ended', async () => {
  const played = await play(waits, inRow, [], ['--skip-time']);
  expect(timesOf(played).at(-1)).toBe('done 11:30:00');
});

test('a line wins over skipped time', async () => {
  expect(completed(await play(guarded, guard, [{ complete: 'check' }], ['--skip-time']))).toContain('done');
  expect(completed(await play(guarded, guard, [], ['--skip-time']))).toContain('tooLate');
});

test('with skipped time a line waits until its task opens', async () => {
  const drawn = start + wait('first', 'PT1H') + task + wait('second', 'PT1H') + node('userTask', 'sign') + end;
  const row = ['begin -> first', 'first -> check', 'check -> second', 'second -> sign', 'sign -> done'].join('\n');
  const played = await play(drawn, row, [{ complete: 'sign', as: 'jan' }, { complete: 'check' }], ['--skip-time']);
  expect(played.outcome).toMatchObject({ status: 'completed', refused: [] });
  expect(timesOf(played).at(-1)).toBe('done 12:00:00');
});

test('a line that waited in vain is refused in the end', async () => {
  const drawn = start + task + node('userTask', 'sign') + end;
  const lines = [{ complete: 'check' }, { complete: 'check' }];
  const played = await play(drawn, 'begin -> check\ncheck -> sign\nsign -> done', lines, ['--skip-time']);
  expect(refusals(played)).toEqual(['2 taskClosed']);
  expect(played.outcome.status).toBe('waiting');
});

test('lines that were sent before the end came are refused, questions answered', async () => {
  const played = await play(guarded, guard, [{ complete: 'check' }, { complete: 'check' }, { list: true }]);
  expect(refusals(played)).toEqual(['2 caseClosed']);
  expect(played.said[0]).toEqual({ list: [] });
});

test('without skipped time a line whose task is not open is refused at once', async () => {
  const drawn = start + wait('first', 'PT1H') + task + end;
  const played = await play(drawn, 'begin -> first\nfirst -> check\ncheck -> done', [
    { complete: 'check' },
    { advance: 'PT1H' },
  ]);
  expect(refusals(played)).toEqual(['1 taskClosed']);
  expect(played.outcome.status).toBe('waiting');
});

const endless =
  start + task + boundary('again', 'check', timer('timeCycle', 'R/PT1S'), false) + end + node('endEvent', 'reminded');
const reminding = ['begin -> check', 'check -> done', 'again -> reminded'].join('\n');

test.each([
  ['skipping', [], ['--skip-time', '--max-timers', '7']],
  ['advancing', [{ advance: 'P1D' }], ['--max-timers', '7']],
])('a cycle without an end stops %s at the limit', async (_, lines, args) => {
  const played = await play(endless, reminding, lines, args);
  expect(completed(played).filter((element) => element === 'reminded')).toHaveLength(7);
  expect(played.outcome).toMatchObject({ status: 'waiting', limit: 'timers' });
});

test('tasks are completed by the answers of the command line, by id or name, those of a list in turn', async () => {
  const loop = ['begin -> check', 'check -> choose', 'choose -> check : not(ok)', 'choose -> done : default'].join(
    '\n',
  );
  const drawn = start + task + node('exclusiveGateway', 'choose', '', 'default="choose_done"') + end;
  const played = await play(drawn, loop, [], ['--tasks', '{"check":[{"ok":false},{"ok":true}]}']);
  expect(played.outcome).toMatchObject({ status: 'completed', variables: { ok: true } });
  expect(completed(played).filter((element) => element === 'check')).toHaveLength(2);
});

test('every task is completed unasked, but lines go first', async () => {
  const drawn = start + task + node('userTask', 'sign') + end;
  const played = await play(
    drawn,
    'begin -> check\ncheck -> sign\nsign -> done',
    [{ complete: 'check', vars: { a: 1 } }],
    ['--auto'],
  );
  expect(played.outcome).toMatchObject({ status: 'completed', variables: { a: 1 }, refused: [] });
});

test('a model that opens its task again and again stops at a limit', async () => {
  const played = await play(start + task + end, 'begin -> check\ncheck -> check\ncheck -> done', [], ['--auto']);
  expect(played.outcome.limit).toBe('tasks');
});

const waitingFile = (): string =>
  fileOf(
    definitions(
      process(
        start + node('intermediateCatchEvent', 'wait', message('letterMessage')) + end,
        'begin -> wait\nwait -> done',
      ),
    ),
  );

test('an input that never closes ends the run when it has been idle', async () => {
  const played = await playFile(waitingFile(), neverClosing(['{"state":true}']));
  expect(played.outcome.status).toBe('waiting');
  expect(played.said).toHaveLength(2);
});

test('an input that never closes is not waited for when the case has ended', async () => {
  const played = await playFile(waitingFile(), neverClosing(['{"message":"letter"}']), ['--idle', 'PT0S'], {
    pause: (milliseconds) => new Promise((resolve) => milliseconds === 0 && setImmediate(resolve)),
  });
  expect(played.outcome.status).toBe('completed');
});

test('time is skipped though the input never closes', async () => {
  const file = fileOf(definitions(process(waits, inRow)));
  expect((await playFile(file, neverClosing([]), ['--skip-time'])).outcome.status).toBe('completed');
});

test('an input that breaks off is one that has ended', async () => {
  async function* broken(): AsyncGenerator<string> {
    yield '{"state":true}';
    throw new Error('the pipe broke');
  }
  expect((await playFile(waitingFile(), broken())).outcome.status).toBe('waiting');
});

test('scripts compute while time passes', async () => {
  const drawn = start + wait('first', 'P1D') + script('sum', '=a + 1', 'a') + end;
  const played = await play(
    drawn,
    'begin -> first\nfirst -> sum\nsum -> done',
    [],
    ['--skip-time', '--vars', '{"a":1}'],
  );
  expect(played.outcome.variables).toEqual({ a: 2 });
});
