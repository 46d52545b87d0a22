import { cancelCase } from './cancel-case.ts';
import { leave } from './cancel.ts';
import type { Operation } from './contract.ts';
import { resolveIncident } from './incidents.ts';
import { completeInstance, enter } from './lifecycle.ts';
import { instanceOf, send, type Run } from './run.ts';
import { closeWhenEmpty } from './scopes.ts';
import { rootScope } from './state.ts';
import { assign, setIn } from './variables.ts';

type Operations = {
  [Kind in Operation['kind']]: (run: Run, input: Extract<Operation, { kind: Kind }>) => string | undefined;
};

/** What an operator does; each says why it changes nothing, or nothing. */
export const operations: Operations = {
  incidentRetried: (run, { incident, by, variables }) => {
    const { instance } = run.state.incidents[incident] ?? {};
    if (instance === undefined) return 'The incident was resolved before';
    const { scope, phase, result } = instanceOf(run, instance);
    for (const [name, value] of Object.entries(variables ?? {})) assign(run, scope, name, value);
    resolveIncident(run, instance, by);
    // what an operator corrects counts more than what the person or handler gave under the same name
    const corrected = Object.entries(variables ?? {}).filter(([name]) => Object.hasOwn(result ?? {}, name));
    if (phase === 'leaving') completeInstance(run, instance, { ...result, ...Object.fromEntries(corrected) });
    else enter(run, instance);
    return undefined;
  },

  variablesCorrected: (run, { scope = rootScope, variables }) => {
    if (!run.state.scopes[scope]) return 'There is no such scope now';
    setIn(run, scope, variables);
    return undefined;
  },

  tokenMoved: (run, { instance: id, to }) => {
    const instance = run.state.instances[id];
    if (!instance) return 'The token is gone';
    const { scope } = instance;
    send(run, { to, scope });
    leave(run, id, 'cancelled');
    return undefined;
  },

  tokenAdded: (run, { to, scope = rootScope }) => {
    if (!run.state.scopes[scope]) return 'There is no such scope now';
    send(run, { to, scope });
    return undefined;
  },

  tokenEnded: (run, { instance: id }) => {
    const instance = run.state.instances[id];
    if (!instance) return 'The token is gone';
    leave(run, id, 'cancelled');
    closeWhenEmpty(run, instance.scope);
    return undefined;
  },

  caseSuspended: (run, { by }) => {
    if (run.state.suspended) return 'The case is suspended already';
    run.state.suspended = { by, kept: [] };
    return undefined;
  },

  caseResumed: (run) => {
    const { suspended, ...state } = run.state;
    if (!suspended) return 'The case is not suspended';
    delete run.state.suspended;
    run.kept.push(...suspended.kept);
    return state.status === 'ended' ? 'The case is closed' : undefined;
  },

  caseCancelled: (run, { undo }) => cancelCase(run, undo === true),
};
