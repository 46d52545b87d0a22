import type { Failure } from '../processes/language/failure.ts';
import type { Input } from './engine/contract.ts';
import type { MigrateCase, StepReceipt } from './contract.ts';

/** What can come to a case: an input of the engine, or another version of its procedure. */
export type Coming = Input | ({ kind: 'caseMigrated' } & Omit<MigrateCase, 'requestId'>);

/** An input that waits for its turn, who caused it, and how to answer the one who waits for its step. */
export type Arrival = {
  input: Coming;
  by: string;
  answer?: { accept(receipt: StepReceipt): void; refuse(failure: Failure): void };
};

/**
 * The one queue before the engine. In order of arrival, except that timers go last: what a person did and the system
 * accepted wins over a deadline that fires in the same activation.
 */
export const createArrivals = (): {
  add(arrival: Arrival): void;
  next(): Arrival | undefined;
  isEmpty(): boolean;
  /** a completion of that task was accepted and waits for its turn */
  completes(instance: string): boolean;
  /** forgets a timer that fired and was then withdrawn */
  dropTimer(timer: string): void;
} => {
  const people: Arrival[] = [];
  const timers: Arrival[] = [];
  return {
    add: (arrival) => void (arrival.input.kind === 'timerFired' ? timers : people).push(arrival),
    next: () => people.shift() ?? timers.shift(),
    isEmpty: () => people.length === 0 && timers.length === 0,
    completes: (instance) => people.some(({ input }) => input.kind === 'taskCompleted' && input.instance === instance),
    dropTimer(timer) {
      const at = timers.findIndex(({ input }) => input.kind === 'timerFired' && input.timer === timer);
      if (at >= 0) timers.splice(at, 1);
    },
  };
};
