import type { Effect } from '../../workflows/engine/contract.ts';
import type { ProjectedStep } from '../../workflows/ports.ts';
import type { NewEntry } from './store.ts';
import { canonicalHash } from './content-hash.ts';

type Said = Pick<NewEntry, 'actor' | 'action'> & Partial<Pick<NewEntry, 'element' | 'about' | 'payloadHash'>>;

/** Who stands in the record for what follows from the model alone. */
const engine = 'system:engine';

function saidBy(effect: Effect, { cause }: ProjectedStep): Said | undefined {
  switch (effect.kind) {
    case 'taskClosed':
      return effect.how === 'completed'
        ? { action: 'taskCompleted', actor: effect.by ?? cause.by, element: effect.element }
        : undefined;
    case 'stageReached':
      return { action: 'stageReached', actor: engine, about: effect.stage };
    case 'incidentRaised':
      return { action: 'incidentRaised', actor: engine, element: effect.element, about: effect.failure };
    case 'incidentResolved':
      return { action: 'incidentResolved', actor: effect.by };
    case 'inputIgnored':
      return { action: 'inputIgnored', actor: cause.by, about: effect.input };
    case 'caseEnded':
      return { action: 'caseEnded', actor: engine, element: effect.element, about: effect.outcome };
    case 'elementEntered':
    case 'elementLeft':
    case 'elementMigrated':
    case 'taskChanged':
    case 'flowTaken':
    case 'taskOpened':
    case 'activityStarted':
    case 'activityCancelled':
    case 'timerStarted':
    case 'timerCancelled':
    case 'subscribed':
    case 'unsubscribed':
    case 'variablesSet':
    case 'signalAwaited':
    case 'signalThrown':
    case 'messageThrown':
    case 'escalationThrown':
      break;
  }
  return undefined;
}

/** Causes that are an event of their own; the others are told by what follows from them. */
const telling = new Set<ProjectedStep['cause']['input']>([
  'messageArrived',
  'signalArrived',
  'variablesCorrected',
  'tokenMoved',
  'tokenAdded',
  'tokenEnded',
  'caseSuspended',
  'caseResumed',
  'caseCancelled',
  'caseMigrated',
]);

/** What the cause itself says; one that changed nothing is told by its `inputIgnored`. */
function saidByCause({ cause, effects }: ProjectedStep): Said | undefined {
  const { input, by, element, about } = cause;
  if (input === 'start') return { action: 'caseStarted', actor: by };
  if (!telling.has(input) || effects.some(({ kind }) => kind === 'inputIgnored')) return undefined;
  return {
    action: input,
    actor: by,
    ...(element !== undefined && { element }),
    ...(about !== undefined && { about }),
  };
}

/** The entries of the record that one engine step leaves, in the order in which people read them. */
export function entriesOf(step: ProjectedStep): NewEntry[] {
  const said = [saidByCause(step), ...step.effects.map((effect) => saidBy(effect, step))].filter(
    (one) => one !== undefined,
  );
  const payloadHash = said.length > 0 ? canonicalHash(step) : '';
  return said.map((one) => ({ ...one, at: step.at, payloadHash }));
}
