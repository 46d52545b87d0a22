import { setTimeout as after } from 'node:timers/promises';

/** Runs work of the same key one after the other. */
export type Turns = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>;

/**
 * Spares this process conflicts with itself, which cost far more than waiting. It is no lock: after `patience`
 * milliseconds the work goes on, so that nothing hangs behind a database that does not answer, and the transaction
 * decides, as it does between processes.
 */
export function takingTurns(patience: number): Turns {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const waiting = new AbortController();
    const mine = Promise.race([before, after(patience, undefined, { ref: false, signal: waiting.signal })]).then(work);
    const done = mine.catch(() => {});
    last.set(key, done);
    void before.then(() => waiting.abort());
    await done;
    if (last.get(key) === done) last.delete(key);
    return mine;
  };
}
