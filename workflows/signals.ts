import { proxyActivities } from '@temporalio/workflow';
import type { CaseId } from '../processes/language/ids.ts';
import type { Effect } from './engine/contract.ts';
import type { CaseActivities } from './ports.ts';

/** Tried again until every case that waits for the signal has it. */
const { spreadSignal } = proxyActivities<Pick<CaseActivities, 'spreadSignal'>>({
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '5 minutes' },
});

/** Signals on their way from this case to others. */
export const createSignals = (
  from: CaseId,
  spreads: boolean,
): { spread(effects: Effect[], seq: number): void; pending(): number } => {
  let pending = 0;
  const send = async (effect: Extract<Effect, { kind: 'signalThrown' }>, id: string): Promise<void> => {
    pending += 1;
    await spreadSignal({ id, from, signal: effect.signal, variables: effect.variables });
    pending -= 1;
  };
  return {
    spread(effects, seq) {
      for (const [index, effect] of effects.entries())
        if (effect.kind === 'signalThrown' && spreads) void send(effect, `${from}.${seq}.${index}`);
    },
    pending: () => pending,
  };
};
