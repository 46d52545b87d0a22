import { beforeAll, describe, expect, test } from '@jest/globals';
import { stypendiumSzkolne } from '../../processes/stypendium-szkolne/procedure.ts';
import { scenarios } from '../../processes/stypendium-szkolne/scenarios.ts';
import { deploy, runScenario, type Deployed } from './scenario-run.ts';

describe('the term to complete an application', () => {
  let deployed: Deployed;
  beforeAll(async () => {
    deployed = await deploy(stypendiumSzkolne);
  });

  test('is shown with its basis and is counted anew when the call was delivered later', () => {
    const scenario = scenarios.find(({ title }) => title.startsWith('The call was delivered later'))!;
    const due = runScenario(deployed, scenario).effects.flatMap((effect) =>
      effect.kind === 'taskOpened' && effect.task.element === 'supplement' ? [effect.task.due] : [],
    );
    expect(due).toEqual([
      { at: '2026-09-17T21:59:59.999Z', basis: 'KPA art. 64 § 2' },
      { at: '2026-09-21T21:59:59.999Z', basis: 'KPA art. 64 § 2' },
    ]);
  });

  test('may be used up to its last minute', () => {
    const scenario = scenarios.find(({ title }) => title.startsWith('Called to complete'))!;
    const [waited, ...rest] = scenario.steps.filter((step) => 'wait' in step);
    expect([waited, rest]).toEqual([{ wait: 'P7D' }, []]);
    const lateBy = (wait: string) => ({
      ...scenario,
      steps: scenario.steps.map((step) => ('wait' in step ? { wait } : step)),
    });
    expect(runScenario(deployed, lateBy('P7DT13H59M')).open).toEqual(['delivery']);
    expect(() => runScenario(deployed, lateBy('P7DT14H'))).toThrow(
      'Expected the task supplement but open are callExpiry',
    );
  });
});
