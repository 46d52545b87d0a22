import { describe, expect, test } from '@jest/globals';
import { draw, extended, handler, io, node, script } from '../drawing.ts';
import { Play } from '../playing.ts';

const start = node('startEvent', 'start');
const through = (element: string, decisions?: string) =>
  draw([start, element, node('endEvent', 'end')], 'start -> x\nx -> end', decisions);

test.each(['task', 'manualTask'])('a %s is passed through', async (type) => {
  expect(new Play(await through(node(type, 'x'))).entered()).toEqual(['start', 'x', 'end']);
});

describe.each(['serviceTask', 'sendTask'])('a %s', (type) => {
  test('calls its handler with all variables and merges the output', async () => {
    const headers = '<zeebe:taskHeaders><zeebe:header key="document" value="decision"/></zeebe:taskHeaders>';
    const play = new Play(await through(node(type, 'x', handler('make', headers), 'name="Make"')), { a: 1 });
    const started = {
      kind: 'activityStarted',
      instance: '2',
      element: 'x',
      name: 'Make',
      handler: 'make',
      input: { a: 1 },
      headers: { document: 'decision' },
      retry: { maximumAttempts: 5, backoff: 'PT5S' },
    };
    expect(play.effects).toContainEqual(started);
    expect(play.calls()).toEqual(['x']);
    play.answer('x', { b: 2 });
    expect(play.variables).toEqual({ a: 1, b: 2 });
    expect(play.outcome).toBe('end');
  });

  test('sees its input mapping only, and gives its output mapping only', async () => {
    const mapping = io({ in: { twice: '=a * 2' }, out: { sum: '=b + twice' } });
    const play = new Play(await through(node(type, 'x', handler('make', mapping))), { a: 1 });
    expect(play.effects.find(({ kind }) => kind === 'activityStarted')).toMatchObject({ input: { twice: 2 } });
    play.answer('x', { b: 5 });
    expect(play.variables).toEqual({ a: 1, sum: 7 });
  });

  test('that fails is an incident; a retry calls it again, and its late answers change nothing', async () => {
    const play = new Play(await through(node(type, 'x', handler('make'))));
    play.take({ kind: 'activityFailed', instance: '2', detail: 'printer on fire' });
    expect(play.incidents()).toEqual(['x handlerFailed']);
    expect(play.calls()).toEqual([]);
    expect(play.answer('x')).toEqual([
      { kind: 'inputIgnored', input: 'activityCompleted', reason: 'Nothing waits for the answer' },
    ]);
    const effects = play.retry({ a: 2 });
    expect(effects.map(({ kind }) => kind)).toEqual(['incidentResolved', 'activityStarted', 'variablesSet']);
    expect(effects[1]).toMatchObject({ instance: '2', input: { a: 2 } });
    play.answer('x');
    expect(play.outcome).toBe('end');
  });

  test('whose error nothing catches is an incident that keeps the message to itself', async () => {
    const play = new Play(await through(node(type, 'x', handler('make'))));
    const effects = play.err('x', 'A');
    expect(play.incidents()).toEqual(['x uncaughtError']);
    expect(JSON.stringify(effects)).not.toContain('secret');
  });
});

test('a receive task waits for its message', async () => {
  const play = new Play(await through(node('receiveTask', 'x', '', 'messageRef="letter"')));
  play.send('letter', { a: 1 });
  expect(play.variables).toEqual({ a: 1 });
  expect(play.outcome).toBe('end');
});

describe('a script task', () => {
  test('sets its result variable', async () => {
    expect(new Play(await through(script('x', '=a + 1', 'b')), { a: 1 }).variables).toEqual({ a: 1, b: 2 });
  });
  test('without a result variable sets the entries of a context', async () => {
    expect(new Play(await through(script('x', '={ b: a, c: b + 1 }')), { a: 1 }).variables).toEqual({
      a: 1,
      b: 1,
      c: 2,
    });
  });
  test('may be written as the body of the standard', async () => {
    const play = new Play(await through(node('scriptTask', 'x', '<bpmn:script>{ b: 3 }</bpmn:script>')));
    expect(play.variables).toEqual({ b: 3 });
  });
  test('that fails is an incident until the variables are corrected', async () => {
    const play = new Play(await through(script('x', '=missing + 1', 'b')));
    expect(Object.values(play.state.incidents)[0]).toMatchObject({
      element: 'x',
      failure: 'expressionFailed',
      detail: "Variable 'missing' not found in =missing + 1",
    });
    play.retry({ missing: 1 });
    expect(play.variables).toEqual({ missing: 1, b: 2 });
    expect(play.outcome).toBe('end');
  });
});

describe('a business rule task', () => {
  const table = `<decision id="base" name="base"><variable name="base"/><literalExpression><text>income * 2</text></literalExpression></decision>
    <decision id="rate" name="rate"><informationRequirement><requiredDecision href="#base"/></informationRequirement>
      <decisionTable hitPolicy="FIRST"><input><inputExpression><text>base</text></inputExpression></input>
        <output name="rate"/><output name="why"/>
        <rule><inputEntry><text>&lt;= 10</text></inputEntry><outputEntry><text>200</text></outputEntry><outputEntry><text>"low"</text></outputEntry></rule>
        <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>100</text></outputEntry><outputEntry><text>"high"</text></outputEntry></rule>
      </decisionTable></decision>`;
  const rule = node(
    'businessRuleTask',
    'x',
    extended('<zeebe:calledDecision decisionId="rate" resultVariable="found"/>'),
  );

  test.each([
    [5, { rate: 200, why: 'low' }],
    [6, { rate: 100, why: 'high' }],
  ])('decides for %d by its table and what that requires', async (income, found) => {
    const play = new Play(await through(rule, table), { income });
    expect(play.variables).toEqual({ income, found });
    expect(play.outcome).toBe('end');
  });
  test('that lacks a variable is an incident that names the decision', async () => {
    const play = new Play(await through(rule, table));
    expect(Object.values(play.state.incidents)[0]?.detail).toBe(
      "Decision base: Variable 'income' not found in =income * 2",
    );
  });
});

describe('the output mapping of a task', () => {
  test('that fails keeps what the person gave and goes on after a retry, without asking again', async () => {
    const graph = await draw(
      [start, node('userTask', 'x', extended(io({ out: { total: '=paid + fee' } }))), node('endEvent', 'end')],
      'start -> x\nx -> end',
    );
    const play = new Play(graph);
    const effects = play.complete('x', { paid: 5 });
    expect(effects.map(({ kind }) => kind)).toEqual(['taskClosed', 'incidentRaised', 'variablesSet']);
    expect(play.tasks()).toEqual([]);
    play.retry({ fee: 2 });
    expect(play.variables).toEqual({ xBy: 'person-1', fee: 2, total: 7 });
    expect(play.outcome).toBe('end');
  });
});
