import { beforeAll, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../processes/language/ids.ts';
import { stypendiumSzkolne } from '../../processes/stypendium-szkolne/procedure.ts';
import { evaluateDecision } from '../../workflows/engine/dmn/evaluate.ts';
import { deploy, type Deployed } from './scenario-run.ts';

describe('the decision tables of stypendium szkolne', () => {
  let deployed: Deployed;
  beforeAll(async () => {
    deployed = await deploy(stypendiumSzkolne);
  });
  const decide = (decision: string, variables: JsonObject): unknown => {
    const lookup = (name: string) => variables[name];
    const result = evaluateDecision(deployed.graph.decisions, decision, lookup, '2026-09-10T08:00:00.000Z');
    return result.ok ? result.value : result;
  };
  const good: JsonObject = {
    lateJustified: 'onTime',
    enrolled: 'yes',
    incomeTotal: 329_200,
    incomeLimit: 329_200,
    circumstances: ['largeFamily'],
  };

  test.each([
    ['met', {}],
    ['met', { lateJustified: 'yes' }],
    ['met', { incomeTotal: 0 }],
    ['income', { incomeTotal: 329_201 }],
    ['late', { lateJustified: 'no' }],
    ['late', { lateJustified: 'no', incomeTotal: 329_201, enrolled: 'no' }],
    ['notEnrolled', { enrolled: 'no', incomeTotal: 329_201 }],
    ['circumstances', { circumstances: [] }],
  ])('finds "%s" for %j', (finding, change) => {
    expect(decide('eligibility', { ...good, ...change })).toBe(finding);
  });

  test.each([
    [0, 200],
    [164_600, 200],
    [164_601, 150],
    [263_360, 150],
    [263_361, 100],
    [329_200, 100],
  ])('gives an income of %i grosze of 329 200 the rate of %i %%', (incomeTotal, rate) => {
    expect(decide('stipendRate', { ...good, incomeTotal })).toBe(rate);
  });

  test('a variable that is missing fails aloud instead of deciding something', () => {
    expect(decide('eligibility', { enrolled: 'yes' })).toMatchObject({ ok: false, failure: 'expressionFailed' });
  });
});
