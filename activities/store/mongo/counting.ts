import type { Model } from 'mongoose';
import type { Bare } from './bare.ts';
import type { Condition, Scope } from '../scope.ts';
import type { Counter } from '../stored.ts';
import { largestTotal } from '../limits.ts';
import { requireScope } from '../scope.ts';

/** The next number of that counter. Within a transaction only: what is rolled back gives its number back. */
export async function counted(counters: Model<Counter>, id: string): Promise<number> {
  const counter = await counters
    .findOneAndUpdate({ _id: id }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after' })
    .lean<Counter>();
  if (!counter) throw new Error(`Expected counter ${id} to be there after counting`);
  return counter.last;
}

/**
 * The next numbers of these counters, in the order in which they are asked for. Within a transaction only. It begins with
 * reading: a call that reaches a stalled server, and is given up there, must not leave a counter locked for a minute.
 */
export async function countedIn(counters: Bare['registers'], ids: readonly string[]): Promise<number[]> {
  const before = await counters.find({ _id: { $in: [...new Set(ids)] } });
  const last = new Map(before.map((counter) => [counter._id, counter.last]));
  const numbers = ids.map((id) => {
    const number = (last.get(id) ?? 0) + 1;
    last.set(id, number);
    return number;
  });
  await counters.change(
    [...last].map(([_id, reached]) => ({
      updateOne: { filter: { _id }, update: { $set: { last: reached } }, upsert: true },
    })),
  );
  return numbers;
}

/** Counting stops where nobody reads on. Who asks for everything has it counted in an index, not in the rows. */
export const countingOptions = (scope: Scope, condition: Condition): { limit: number; hint?: { _id: 1 } } => {
  const everything = [requireScope(scope).condition, condition].every((one) => Object.keys(one).length === 0);
  return { limit: largestTotal, ...(everything && { hint: { _id: 1 } as const }) };
};
