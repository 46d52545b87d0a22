import { ok, type Failure, type Result } from '../processes/language/failure.ts';
import type { Instant } from '../processes/language/ids.ts';
import type { Coming } from './arrivals.ts';
import type { CaseInput } from './contract.ts';
import { migrate, planMigration } from './engine/migrate.ts';
import { isEnded } from './engine/state.ts';
import type { EngineState } from './engine/state.ts';
import { step } from './engine/step.ts';
import type { Step } from './engine/step.ts';
import { refuse } from './engine/waiting.ts';

type Version = Pick<CaseInput, 'graph' | 'definition'>;

/** What follows from what has come: a step of the engine, or the same case on another version. */
export const follow = ({ graph }: Version, state: EngineState, coming: Coming, at: Instant): Result<Step> =>
  coming.kind === 'caseMigrated'
    ? migrate(graph, coming.graph, state, coming.mapping, at)
    : ok(step(graph, state, coming, at));

/** Why it cannot be taken now, or nothing. Changes nothing. */
export const whyNot = (version: Version, state: EngineState, coming: Coming, at: Instant): Failure | undefined => {
  if (coming.kind !== 'caseMigrated') return refuse(version.graph, state, coming);
  if (isEnded(state)) return { failure: 'caseClosed' };
  if (coming.definition === version.definition)
    return { failure: 'conflict', detail: 'The case runs this version already' };
  const { problems } = planMigration(version.graph, coming.graph, state, coming.mapping, at);
  return problems.length > 0 ? { failure: 'migrationRefused', problems } : undefined;
};
