import { ok, fail, type Problem, type Result } from '../../processes/language/failure.ts';
import type { ElementId, Instant } from '../../processes/language/ids.ts';
import type { InstanceId } from './contract.ts';
import { elements } from './elements/index.ts';
import type { ProcessGraph } from './graph.ts';
import { createCorrespondence, type Correspondence, type ElementMapping } from './migration/correspondence.ts';
import { tellChanges } from './migration/effects.ts';
import { carryTokens } from './migration/tokens.ts';
import { rewatch } from './migration/waits.ts';
import { beginRun, type Run } from './run.ts';
import { declare } from './scopes.ts';
import { finish, settleAll, type Step } from './settling.ts';
import type { EngineState } from './state.ts';

export type { ElementMapping } from './migration/correspondence.ts';

/** Where a token would stand; `waiting`: so many tokens before a join of the scope that `instance` names. */
export type Move = { instance: InstanceId; from: ElementId; to: ElementId; waiting?: number };
export type MigrationPlan = { moves: Move[]; problems: Problem[] };

type Versions = { from: ProcessGraph; to: ProcessGraph; mapping: ElementMapping };

const attempt = ({ from, to, mapping }: Versions, state: EngineState, now: Instant): [Correspondence, Run] => {
  const correspondence = createCorrespondence(from, to, mapping);
  const run = beginRun(to, elements, state, now);
  const carried = carryTokens(correspondence, state);
  Object.assign(run.state, {
    scopes: carried.state.scopes,
    instances: carried.state.instances,
    incidents: carried.state.incidents,
  });
  if (correspondence.problems.length > 0) return [correspondence, run];
  for (const [id, scope] of Object.entries(run.state.scopes))
    if (scope.iteration === undefined && !scope.ended && scope.begun !== false) declare(run, id, scope.element);
  rewatch(correspondence, run);
  run.queue.push(...carried.again);
  return [correspondence, run];
};

const movesOf = ({ idOf }: Correspondence, { instances, scopes }: EngineState): Move[] => [
  ...Object.entries(instances).map(([instance, { element }]) => ({ instance, from: element, to: idOf(element) })),
  ...Object.entries(scopes).flatMap(([instance, { arrived }]) =>
    Object.entries(arrived).flatMap(([from, flows]): Move[] => {
      const waiting = Object.values(flows).reduce((sum, count) => sum + count, 0);
      return waiting > 0 ? [{ instance, from, to: idOf(from), waiting }] : [];
    }),
  ),
];

/**
 * What a migration would do to a case, and all that stands against it, each with the id of the element (of the old version,
 * or of the new one where something cannot begin). Changes nothing.
 */
export const planMigration = (
  from: ProcessGraph,
  to: ProcessGraph,
  state: EngineState,
  mapping: ElementMapping,
  now: Instant,
): MigrationPlan => {
  const [correspondence] = attempt({ from, to, mapping }, state, now);
  return { moves: movesOf(correspondence, state), problems: correspondence.problems };
};

/**
 * Puts a case on another version of its procedure: all that is alive in it, or nothing (`migrationRefused` with every
 * problem). Elements of the same id correspond, the mapping names the others. Numbers of instances, timers and waits stay.
 */
export const migrate = (
  from: ProcessGraph,
  to: ProcessGraph,
  state: EngineState,
  mapping: ElementMapping,
  now: Instant,
): Result<Step> => {
  const [correspondence, run] = attempt({ from, to, mapping }, state, now);
  const { problems } = correspondence;
  if (problems.length > 0) return fail('migrationRefused', { problems });
  tellChanges(correspondence, run);
  settleAll(run);
  return ok(finish(run));
};
