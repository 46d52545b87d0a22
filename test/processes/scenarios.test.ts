import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { procedures, scenarios } from '../../processes/index.ts';
import { deploy, runScenario, type Deployed, type Outcome } from './scenario-run.ts';

test('every model in processes is in the catalogue, with scenarios that run it', async () => {
  const folder = new URL('../../processes/', import.meta.url);
  const files = await readdir(folder, { recursive: true });
  const models = files.filter((file) => file.endsWith('.bpmn')).map((file) => file.split(/[\\/]/)[0]);
  expect(new Set(models)).toEqual(new Set(Object.keys(procedures)));
  expect(Object.keys(procedures).filter((id) => (scenarios[id] ?? []).length === 0)).toEqual([]);
});

describe.each(Object.keys(procedures))('%s', (id) => {
  const outcomes = new Map<string, Outcome>();
  let deployed: Deployed;
  beforeAll(async () => {
    deployed = await deploy(procedures[id]!);
  });

  test.each((scenarios[id] ?? []).map((scenario) => [scenario.title, scenario] as const))('%s', (title, scenario) => {
    const outcome = runScenario(deployed, scenario);
    outcomes.set(title, outcome);
    const { stages, variables, open } = scenario.expect;
    expect(outcome.outcome).toBe(scenario.expect.outcome);
    expect(outcome.open).toEqual(open ?? []);
    if (stages) expect(outcome.stages).toEqual(stages);
    if (variables) expect(outcome.variables).toMatchObject(variables);
  });

  test('no element and no flow is left that no scenario reaches', () => {
    const effects = [...outcomes.values()].flatMap((outcome) => outcome.effects);
    const entered = new Set(effects.flatMap((effect) => (effect.kind === 'elementEntered' ? [effect.element] : [])));
    const taken = new Set(effects.flatMap((effect) => (effect.kind === 'flowTaken' ? [effect.flow] : [])));
    const { nodes, flows } = deployed.graph;
    expect(Object.keys(nodes).filter((node) => !entered.has(node))).toEqual([]);
    expect(Object.keys(flows).filter((flow) => !taken.has(flow))).toEqual([]);
  });
});
