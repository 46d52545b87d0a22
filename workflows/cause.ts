import type { Coming } from './arrivals.ts';
import type { EngineState } from './engine/state.ts';
import type { ProjectedStep } from './ports.ts';

const elementOf = (state: EngineState, input: Coming): string | undefined => {
  if ('instance' in input) return state.instances[input.instance]?.element;
  if ('timer' in input) return state.timers[input.timer]?.element;
  return 'incident' in input ? state.incidents[input.incident]?.element : undefined;
};

/** What an operator's doing is about: names and numbers only, never a value. */
const aboutOf = (input: Coming): string | undefined => {
  switch (input.kind) {
    case 'tokenMoved':
    case 'tokenAdded':
      return input.to;
    case 'variablesCorrected':
      return Object.keys(input.variables).join(', ');
    case 'signalArrived':
      return input.signal;
    case 'caseCancelled':
      return input.undo ? 'undo' : undefined;
    case 'caseMigrated':
      return String(input.version);
    case 'start':
    case 'taskCompleted':
    case 'timerFired':
    case 'messageArrived':
    case 'activityCompleted':
    case 'activityErred':
    case 'activityFailed':
    case 'incidentRetried':
    case 'tokenEnded':
    case 'caseSuspended':
    case 'caseResumed':
      return undefined;
  }
};

/** What caused a step, as the record keeps it; read before the step changes the state. */
export const causeOf = (state: EngineState, input: Coming, by: string): ProjectedStep['cause'] => {
  const element = elementOf(state, input);
  const about = aboutOf(input);
  return {
    input: input.kind,
    by,
    ...(element === undefined ? {} : { element }),
    ...(about === undefined ? {} : { about }),
    ...(input.kind === 'messageArrived' ? { messageId: input.messageId } : {}),
  };
};
