import { describe, expect, test } from '@jest/globals';
import type { ProcessGraph } from '../../../workflows/engine/graph.ts';
import { linkGraph, outsideCalls } from '../../../workflows/engine/link-graphs.ts';
import { boundary, draw, extended, flows, message, node, timer } from './drawing.ts';
import { Play } from './playing.ts';

const calls = (id: string, process: string, more = ''): string =>
  node('callActivity', id, extended(`<zeebe:calledElement processId="${process}" ${more}/>`));
const caller = (...more: string[]): Promise<ProcessGraph> =>
  draw(
    [node('startEvent', 'start'), node('userTask', 'check'), calls('call', 'other'), node('endEvent', 'end'), ...more],
    'start -> check\ncheck -> call\ncall -> end',
  );

/** A process of the same drawing under another name, with ids that its caller uses too. */
const other = async (): Promise<ProcessGraph> => {
  const graph = await draw(
    [
      node('startEvent', 'start', extended('<obieg:stage id="s"/>')),
      node(
        'subProcess',
        'inner',
        node('startEvent', 'innerStart') + node('userTask', 'check') + flows('innerStart -> check'),
      ),
      boundary('late', 'inner', timer('timeDuration', 'PT1H')),
      node('intermediateCatchEvent', 'wait', message('appeal')),
      node('endEvent', 'end'),
    ],
    'start -> inner\ninner -> wait\nlate -> end\nwait -> end',
  );
  return JSON.parse(JSON.stringify(graph).replaceAll('"drawn"', '"other"')) as ProcessGraph;
};

const linked = async (): Promise<ProcessGraph> => linkGraph(await caller(), ['call'], await other(), 'h1');

describe('a procedure that calls another', () => {
  test('names what it calls outside, and how that is bound', async () => {
    const graph = await caller(
      calls('pinned', 'other', 'bindingType="deployment"'),
      calls('tagged', 'third', 'bindingType="versionTag" versionTag="2026"'),
      calls('self', 'drawn'),
    );
    expect(outsideCalls(graph)).toEqual([
      { at: 'call', called: 'other', binding: { kind: 'latest' } },
      { at: 'pinned', called: 'other', binding: { kind: 'deployment' } },
      { at: 'tagged', called: 'third', binding: { kind: 'versionTag', tag: '2026' } },
    ]);
  });

  test('runs it inside its own case, ids of both told apart', async () => {
    const graph = await linked();
    expect(outsideCalls(graph)).toEqual([]);
    const play = new Play(graph);
    play.complete('check');
    expect(play.tasks()).toEqual(['other_check']);
    expect(play.timers()).toHaveLength(1);
    play.complete('other_check', { amount: 5 });
    expect(play.variables).toMatchObject({ checkBy: 'person-1' });
    play.send('appeal');
    expect(play.outcome).toBe('end');
    expect(play.variables).toMatchObject({ amount: 5 });
  });

  test('keeps the caller’s flows, stages and messages apart from the called one’s', async () => {
    const graph = await linked();
    const before = await caller();
    for (const [id, each] of Object.entries(before.flows)) expect(graph.flows[id]).toEqual(each);
    expect(Object.values(graph.nodes).filter(({ stage }) => stage !== undefined)).toEqual([]);
    expect(graph.messages).toEqual(['appeal']);
    expect(graph.processes['other']).toEqual({ id: 'other', name: 'Drawn', triggered: [] });
    expect(graph.nodes['other_check']).toMatchObject({ drawnAs: 'check', of: 'h1', scope: 'inner' });
  });

  test('tells a task’s form and a call’s documents where they are', async () => {
    const play = new Play(await linked());
    play.complete('check');
    const opened = play.effects.flatMap((effect) => (effect.kind === 'taskOpened' ? [effect.task] : []));
    expect(opened.map(({ element, definition }) => [element, definition])).toEqual([
      ['check', undefined],
      ['other_check', 'h1'],
    ]);
  });

  test('may link two versions of one process side by side', async () => {
    const twice = linkGraph(
      linkGraph(await caller(calls('second', 'other')), ['call'], await other(), 'h1'),
      ['second'],
      await other(),
      'h2',
    );
    expect(Object.keys(twice.processes)).toEqual(['drawn', 'other', 'other_other']);
    expect(new Set(Object.keys(twice.nodes)).size).toBe(5 + 2 * 7);
  });

  test('keeps decisions of the same id apart that say different things', async () => {
    const rule = (text: string) => ({
      id: 'd',
      name: 'd',
      variable: 'd',
      requires: [],
      logic: { kind: 'literal' as const, expression: { feel: text, reads: [] } },
    });
    const graph = { ...(await caller()), decisions: { d: rule('1') } };
    const called = { ...(await other()), decisions: { d: rule('2') } };
    const both = linkGraph(graph, ['call'], called);
    expect(Object.keys(both.decisions)).toEqual(['d', 'other_d']);
    const same = linkGraph(graph, ['call'], { ...called, decisions: graph.decisions });
    expect(Object.keys(same.decisions)).toEqual(['d']);
  });
});
