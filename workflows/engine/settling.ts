import { behaviourOf } from './elements/behaviour.ts';
import type { Effect } from './contract.ts';
import { readyJoin } from './joins.ts';
import { arrive, begin, resume } from './lifecycle.ts';
import type { Run } from './run.ts';
import { sameJson } from './same-json.ts';
import type { EngineState } from './state.ts';
import { settleWaits } from './throwing.ts';

export type Step = { state: EngineState; effects: Effect[] };

/** Moves whatever can move; joins that had to wait for the others come last. */
export const settleAll = (run: Run): void => {
  for (;;) {
    const resumption = run.resumptions.shift();
    if (resumption) {
      if (run.state.instances[resumption.instance]) resume(run, resumption.instance, resumption.signal);
      continue;
    }
    if (run.unsettled) {
      settleWaits(run);
      continue;
    }
    const arrival = run.queue.shift() ?? run.later.shift();
    if (arrival) {
      arrive(run, arrival);
      continue;
    }
    const join = readyJoin(run);
    if (!join) return;
    if (behaviourOf(run, join.node).settle(join.scope) === 'enter') begin(run, join.node, { scope: join.scope });
  }
};

/** What came of it, now that every token waits. */
export const finish = (run: Run): Step => {
  const { state, before, effects } = run;
  const changed = Object.entries(state.variables).filter(([name, value]) => !sameJson(value, before.variables[name]));
  if (changed.length > 0) effects.push({ kind: 'variablesSet', variables: Object.fromEntries(changed) });
  if (state.status === 'ended' && before.status !== 'ended') {
    const outcome = state.outcome ?? run.graph.processId;
    effects.push({ kind: 'caseEnded', element: outcome, outcome });
  }
  return { state, effects };
};
