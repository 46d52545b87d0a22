import type { SpreadSignal } from '../../../workflows/ports.ts';
import type { Store } from '../../store/store.ts';
import type { CaseEngine } from '../case-engine.ts';

/**
 * Delivers a signal to every running case that waits for it, but not to the one that threw it, where it was delivered at
 * once. Doing it again changes nothing: each case takes a signal of one id once. Throws while the engine is out of reach.
 */
export async function spreadSignal(
  { store, engine }: { store: Pick<Store, 'cases'>; engine: Pick<CaseEngine, 'deliverSignal'> },
  { id, from, signal, variables, by = 'system:signal' }: Omit<SpreadSignal, 'from'> & { from?: string; by?: string },
): Promise<number> {
  let taken = 0;
  for (const caseId of await store.cases.awaitingSignal(signal)) {
    if (caseId === from) continue;
    const answer = await engine.deliverSignal(caseId, { signal, id, by, variables });
    if (answer.ok) taken += 1;
    // it has gone on or ended meanwhile: a signal reaches those that wait when it is thrown
    else if (answer.failure === 'engineUnavailable') throw new Error(`Signal ${signal} has yet to reach ${caseId}`);
  }
  return taken;
}
