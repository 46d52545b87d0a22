import { describe, expect, test } from '@jest/globals';
import { constraints } from '../../../../activities/models/constraints/index.ts';
import { collaborationCases } from './collaboration-cases.ts';
import { dataCases } from './data-cases.ts';
import { eventCases } from './event-cases.ts';
import { flowCases } from './flow-cases.ts';
import { broken } from './sample.ts';

const groups = { ...flowCases, ...eventCases, ...dataCases, ...collaborationCases };

describe.each(Object.entries(groups))('%s', (_, cases) => {
  test.each(cases)('%s', async (_, xml, found) => {
    expect(await broken(xml)).toEqual(found);
  });
});

test('no constraint goes without a model that breaks it', () => {
  const found = Object.values(groups)
    .flat()
    .flatMap(([, , problems]) => problems.map((problem) => problem.split(' ')[1] ?? ''));
  expect([...new Set(found)].sort()).toEqual(Object.keys(constraints).sort());
});
