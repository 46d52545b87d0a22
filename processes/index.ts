import { demo } from './demo/procedure.ts';
import { scenarios as demoScenarios } from './demo/scenarios.ts';
import type { Procedure } from './language/procedure.ts';
import type { Scenario } from './language/scenario.ts';
import { stypendiumSzkolne } from './stypendium-szkolne/procedure.ts';
import { scenarios as stypendiumSzkolneScenarios } from './stypendium-szkolne/scenarios.ts';

/** The catalogue: one line per procedure, by the name of its folder. */
export const procedures: Record<string, Procedure> = {
  'stypendium-szkolne': stypendiumSzkolne,
  demo,
};

/** What each procedure promises to do, run as tests and shown as documentation. */
export const scenarios: Record<string, Scenario[]> = {
  'stypendium-szkolne': stypendiumSzkolneScenarios,
  demo: demoScenarios,
};
