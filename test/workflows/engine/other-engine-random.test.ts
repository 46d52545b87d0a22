import { expect } from '@jest/globals';
import * as fc from 'fast-check';
import { testWith } from '../../support/outside-tool.ts';
import { hasSpiff, runWithSpiff, type SpiffRun } from '../../support/spiff.ts';
import { drawBeside, modelXml, node } from './drawing.ts';
import { Play } from './playing.ts';
import { named, shape, Sketch } from './random-models.ts';
import type { Model } from './reference-tokens.ts';

/** What both engines draw alike: no clock, no message, no counter, no condition that only one of them reads. */
const isShared = (model: Model): boolean => {
  switch (model.kind) {
    case 'task':
      return true;
    case 'sequence':
    case 'parallel':
    case 'choice':
    case 'inclusive':
      return model.parts.every(isShared);
    case 'sub':
      return !model.border && isShared(model.body);
    case 'multi':
      return model.enough >= model.count && isShared(model.body);
    case 'loop':
    case 'race':
      return false;
  }
};

const most = 50;
const sampled = (): Model[] => {
  const all = fc.sample(shape, { seed: 20260910, numRuns: 1200 });
  const models = all.map((from) => {
    let last = 100; // ids of one length sort alike everywhere
    return named(from, () => ++last);
  });
  return models.filter((model) => model.kind !== 'task' && isShared(model)).slice(0, most);
};

const drawn = (model: Model): [elements: string[], lines: string] => {
  const sketch = new Sketch();
  const to = sketch.draw(model, 'start');
  return [
    [node('startEvent', 'start'), ...sketch.elements, node('endEvent', 'end')],
    [...sketch.lines, `${to} -> end`].join('\n'),
  ];
};

const runHere = async (model: Model): Promise<SpiffRun> => {
  const play = new Play(await drawBeside([], ...drawn(model)));
  const open: string[][] = [];
  for (let count = 0; count < most; count += 1) {
    const now = [...play.tasks()].sort();
    open.push(now);
    if (now[0] === undefined) break;
    play.complete(now[0]);
  }
  return { open, ended: play.state.status === 'ended' };
};

testWith('SpiffWorkflow (of python3)', hasSpiff)(
  'SpiffWorkflow opens the same tasks of random models in the same order',
  async () => {
    const models = sampled();
    expect(models.length).toBeGreaterThan(30);
    // the words of FEEL for Python
    const variables = { true: true, false: false };
    const theirs = runWithSpiff(models.map((model) => ({ xml: modelXml(...drawn(model)), variables, data: {} })));
    for (const [at, model] of models.entries()) expect([model, theirs[at]]).toEqual([model, await runHere(model)]);
  },
);
