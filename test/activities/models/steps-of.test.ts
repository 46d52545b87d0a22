import { expect, test } from '@jest/globals';
import { stepsOf } from '../../../activities/models/steps-of.ts';
import type { GraphNode, ProcessGraph } from '../../../workflows/engine/graph.ts';

type Drawn = Pick<GraphNode, 'kind'> & { to?: string[]; attached?: string[]; start?: string };
const graphOf = (drawn: Record<string, Drawn>): ProcessGraph => {
  const flows = Object.entries(drawn).flatMap(([from, { to = [] }]) => to.map((target) => ({ from, to: target })));
  const key = ({ from, to }: { from: string; to: string }): string => `${from}>${to}`;
  const nodes = Object.entries(drawn).map(([id, { to = [], ...rest }]) => {
    const incoming = flows.filter((flow) => flow.to === id).map(key);
    return [id, { id, name: id, scope: 'p', incoming, outgoing: to.map((target) => `${id}>${target}`), ...rest }];
  });
  return {
    format: 2,
    processId: 'p',
    name: 'P',
    nodes: Object.fromEntries(nodes) as ProcessGraph['nodes'],
    flows: Object.fromEntries(flows.map((flow) => [key(flow), flow])),
    containers: {
      p: { starts: ['start'] },
      ...Object.fromEntries(Object.entries(drawn).map(([id, { start }]) => [id, { starts: start ? [start] : [] }])),
    },
    processes: { p: { id: 'p', name: 'P', triggered: [] } },
    starts: ['start'],
    messages: [],
    decisions: {},
  };
};

test('steps stand after all that lead to them, loops aside, exceptions after the main path', () => {
  const graph = graphOf({
    start: { kind: 'startEvent', to: ['check'] },
    check: { kind: 'userTask', to: ['complete'] },
    complete: { kind: 'exclusiveGateway', to: ['decide', 'supplement'] },
    supplement: { kind: 'userTask', to: ['check'], attached: ['late'] },
    late: { kind: 'boundaryEvent', to: ['left'] },
    left: { kind: 'endEvent' },
    decide: { kind: 'userTask', to: ['end'] },
    end: { kind: 'endEvent' },
  });
  const steps = stepsOf(graph);
  expect(steps.map(({ element }) => element)).toEqual([
    'start',
    'check',
    'complete',
    'decide',
    'end',
    'supplement',
    'late',
    'left',
  ]);
  expect(steps.find(({ element }) => element === 'supplement')).toEqual({
    element: 'supplement',
    name: 'supplement',
    kind: 'userTask',
    next: ['check', 'late'],
  });
});

test('both branches of a split stand before their join, and a subprocess before its inside', () => {
  const graph = graphOf({
    start: { kind: 'startEvent', to: ['split'] },
    split: { kind: 'parallelGateway', to: ['sub', 'b'] },
    sub: { kind: 'subProcess', start: 'inner', to: ['join'] },
    inner: { kind: 'startEvent', to: ['work'] },
    work: { kind: 'task' },
    b: { kind: 'task', to: ['join'] },
    join: { kind: 'parallelGateway', to: ['end'] },
    end: { kind: 'endEvent' },
  });
  expect(stepsOf(graph).map(({ element }) => element)).toEqual([
    'start',
    'split',
    'sub',
    'inner',
    'work',
    'b',
    'join',
    'end',
  ]);
});

test('a model of ten thousand steps does not exhaust the stack', () => {
  const drawn: Record<string, Drawn> = { start: { kind: 'startEvent', to: ['n0'] } };
  for (let n = 0; n < 10_000; n++) drawn[`n${n}`] = { kind: 'task', to: n < 9_999 ? [`n${n + 1}`] : [] };
  expect(stepsOf(graphOf(drawn))).toHaveLength(10_001);
});
